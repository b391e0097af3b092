#include "model/catalog.h"

#include <gtest/gtest.h>

namespace trueup {
namespace {

void add(Catalog& catalog, ObjectId id, Payload payload) {
  catalog.objects.emplace(id, Object{.id = id, .payload = std::move(payload)});
}

Catalog sample() {
  Catalog catalog;
  add(catalog, table_id("a", "t"), Table());
  add(catalog, table_id("a", "t2"), Table());
  add(catalog, column_id("a", "t", "later"), Column{.position = 2});
  add(catalog, column_id("a", "t", "zebra"), Column{.position = 1});
  add(catalog, column_id("a", "t2", "other"), Column{.position = 1});
  add(catalog, {.kind = Kind::view, .schema = "a", .name = "v"}, View());
  add(catalog, {.kind = Kind::sequence, .schema = "a", .name = "s"}, Sequence());
  return catalog;
}

TEST(Catalog, FindsById) {
  const Catalog catalog = sample();
  ASSERT_NE(catalog.find(table_id("a", "t")), nullptr);
  EXPECT_EQ(catalog.find(table_id("b", "t")), nullptr);
  EXPECT_EQ(catalog.find({.kind = Kind::view, .schema = "a", .name = "t"}), nullptr);
}

TEST(Catalog, ChildrenAreThoseOfOneParent) {
  const Catalog catalog = sample();
  const auto columns = catalog.children(Kind::column, "a", "t");
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[0]->id.name, "later");  // by id
  EXPECT_TRUE(catalog.children(Kind::trigger, "a", "t").empty());
  EXPECT_TRUE(catalog.children(Kind::column, "b", "t").empty());
}

TEST(Catalog, ColumnsComeInTheirOrder) {
  const Catalog catalog = sample();
  const auto columns = catalog.columns_of(table_id("a", "t"));
  ASSERT_EQ(columns.size(), 2U);
  EXPECT_EQ(columns[0]->id.name, "zebra");
  EXPECT_EQ(columns[1]->id.name, "later");
}

TEST(Catalog, RelationsAreTablesAndViewsOnly) {
  const Catalog catalog = sample();
  ASSERT_NE(catalog.relation("a", "v"), nullptr);
  EXPECT_EQ(catalog.relation("a", "v")->id.kind, Kind::view);
  EXPECT_EQ(catalog.relation("a", "s"), nullptr);
}

}  // namespace
}  // namespace trueup
