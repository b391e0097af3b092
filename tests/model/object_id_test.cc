#include "model/object_id.h"

#include <gtest/gtest.h>

#include <set>

namespace trueup {
namespace {

ObjectId id(Kind kind, std::string schema, std::string parent, std::string name, std::string signature = {}) {
  return {.kind = kind,
          .schema = std::move(schema),
          .parent = std::move(parent),
          .name = std::move(name),
          .signature = std::move(signature)};
}

struct Row {
  ObjectId id;
  std::string text;  ///< to_string
  std::string name;  ///< sql_name
};

TEST(ObjectId, TextAndSqlName) {
  const Row rows[] = {
      {id(Kind::schema, "", "", "shop"), "schema shop", "shop"},
      {id(Kind::role, "", "", "App User"), "role \"App User\"", "\"App User\""},
      {id(Kind::table, "public", "", "orders"), "table public.orders", "public.orders"},
      {id(Kind::table, "My App", "", "order"), "table \"My App\".\"order\"", "\"My App\".\"order\""},
      {id(Kind::index, "public", "", "orders_idx"), "index public.orders_idx", "public.orders_idx"},
      {id(Kind::column, "public", "orders", "note"), "column public.orders.note", "note"},
      {id(Kind::trigger, "public", "orders", "Touch"), "trigger public.orders.\"Touch\"", "\"Touch\""},
      {id(Kind::domain_check, "public", "email", "ok"), "domain check public.email.ok", "ok"},
      {id(Kind::function, "public", "", "f", "integer,public.mood[]"), "function public.f(integer,public.mood[])",
       "public.f(integer,public.mood[])"},
      {id(Kind::procedure, "public", "", "p"), "procedure public.p()", "public.p()"},
      {id(Kind::aggregate, "public", "", "total", "integer"), "aggregate public.total(integer)",
       "public.total(integer)"},
      {id(Kind::aggregate, "public", "", "count_all"), "aggregate public.count_all(*)", "public.count_all(*)"},
      {id(Kind::sql_operator, "My App", "", "@>", "NONE,text"), "operator \"My App\".@> (NONE,text)",
       "\"My App\".@> (NONE,text)"},
      {id(Kind::operator_class, "public", "", "even", "btree"), "operator class public.even USING btree",
       "public.even USING btree"},
      {id(Kind::cast, "", "", "public.mood", "integer"), "cast (public.mood AS integer)", "(public.mood AS integer)"},
      {id(Kind::transform, "", "", "public.mood", "plperl"), "transform FOR public.mood LANGUAGE plperl",
       "FOR public.mood LANGUAGE plperl"},
      {id(Kind::enum_type, "public", "", "mood"), "enum type public.mood", "public.mood"},
      {id(Kind::membership, "", "team", "ann"), "membership team to ann", "ann"},
      {id(Kind::default_privilege, "shop", "boss", "tables"), "default privilege on tables for boss in shop",
       "shop.tables"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(to_string(row.id), row.text);
    EXPECT_EQ(sql_name(row.id), row.name) << row.text;
  }
}

TEST(ObjectId, ParentIsQualified) {
  EXPECT_EQ(sql_parent(id(Kind::column, "My App", "order", "n")), "\"My App\".\"order\"");
}

// A name with a dot must not read like a name in a schema: texts stand for identities in snapshots.
TEST(ObjectId, DotsInNamesDoNotCollide) {
  EXPECT_NE(to_string(id(Kind::table, "a", "", "b.c")), to_string(id(Kind::table, "a.b", "", "c")));
  EXPECT_NE(to_string(id(Kind::column, "a", "b", "c.d")), to_string(id(Kind::column, "a", "b.c", "d")));
}

TEST(ObjectId, OverloadsAreDifferentObjects) {
  EXPECT_NE(id(Kind::function, "s", "", "f", "integer"), id(Kind::function, "s", "", "f", "text"));
}

TEST(ObjectId, ShortForms) {
  EXPECT_EQ(table_id("s", "t"), id(Kind::table, "s", "", "t"));
  EXPECT_EQ(column_id("s", "t", "c"), id(Kind::column, "s", "t", "c"));
}

TEST(Kind, NamesAreUniqueAndEveryKindIsListed) {
  std::set<std::string_view> names;
  for (const Kind kind : all_kinds) {
    EXPECT_FALSE(name_of(kind).empty());
    names.insert(name_of(kind));
  }
  EXPECT_EQ(names.size(), all_kinds.size());
  EXPECT_EQ(all_kinds.size(), static_cast<std::size_t>(all_kinds.back()) + 1);
}

TEST(Kind, Groups) {
  for (const Kind kind : all_kinds) {
    EXPECT_LE(is_relation(kind) + is_constraint(kind) + is_routine(kind) + is_type(kind), 1) << name_of(kind);
    EXPECT_TRUE(has_parent(kind) || !is_constraint(kind)) << name_of(kind);
  }
  EXPECT_FALSE(has_parent(Kind::index));  // an index has a name of its own in its schema
}

}  // namespace
}  // namespace trueup
