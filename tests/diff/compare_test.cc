#include "diff/compare.h"

#include <gtest/gtest.h>

#include "diff/stated.h"

namespace trueup::diff {
namespace {

Object column(std::string name, std::string type) {
  return {.id = column_id("public", "orders", name), .payload = Column{.type = std::move(type)}};
}

Catalog catalog(std::vector<Object> objects) {
  Catalog catalog;
  for (Object& object : objects) catalog.objects.emplace(object.id, object);
  return catalog;
}

Object with_default(std::string key, Certainty certainty) {
  Object object = column("note", "text");
  std::get<Column>(object.payload).default_value = {.text = key, .key = key, .certainty = certainty};
  return object;
}

TEST(Compare, EqualCatalogsGiveNothing) {
  EXPECT_TRUE(compare(catalog({column("note", "text")}), catalog({column("note", "text")})).empty());
}

TEST(Compare, SaysWhatIsMadeTakenAwayAndChanged) {
  const Difference difference = compare(catalog({column("gone", "text"), column("kept", "integer")}),
                                        catalog({column("kept", "bigint"), column("new", "text")}));
  const std::vector<Delta> expected = {
      {.change = Change::drop, .id = column_id("public", "orders", "gone"), .fields = {}},
      {.change = Change::alter, .id = column_id("public", "orders", "kept"), .fields = {"type"}},
      {.change = Change::create, .id = column_id("public", "orders", "new"), .fields = {}}};
  EXPECT_EQ(difference.deltas, expected);
}

TEST(Compare, KeysThatDifferAreUndecidedWhileOneIsUnsure) {
  const Catalog sure = catalog({with_default("1", Certainty::exact)});
  const Catalog unsure = catalog({with_default("f(1)", Certainty::unsure)});
  const Catalog other = catalog({with_default("2", Certainty::exact)});
  EXPECT_EQ(compare(sure, unsure).undecided.size(), 1U);
  EXPECT_TRUE(compare(sure, unsure).deltas.empty());
  EXPECT_EQ(compare(sure, other).deltas.size(), 1U);
  EXPECT_TRUE(compare(unsure, unsure).empty());
}

TEST(Compare, AnOwnerThatIsNotStatedEqualsAny) {
  Object owned = column("note", "text");
  owned.owner = "alice";
  Object other = owned;
  other.owner = "bob";
  EXPECT_TRUE(compare(catalog({owned}), catalog({column("note", "text")})).empty());
  EXPECT_EQ(compare(catalog({owned}), catalog({other})).deltas.size(), 1U);
}

TEST(Compare, AnExtensionVersionThatIsNotStatedEqualsAny) {
  const auto extension = [](std::string version) {
    return Object{.id = {.kind = Kind::extension, .name = "citext"}, .payload = Extension{.version = version}};
  };
  EXPECT_TRUE(compare(catalog({extension("1.6")}), catalog({extension("")})).empty());
  EXPECT_EQ(compare(catalog({extension("1.5")}), catalog({extension("1.6")})).deltas.size(), 1U);
}

TEST(Compare, RolesAreNeverDropped) {
  const Object role{.id = {.kind = Kind::role, .name = "reader"}, .payload = Role{}};
  EXPECT_TRUE(compare(catalog({role}), catalog({})).empty());
  EXPECT_EQ(compare(catalog({}), catalog({role})).deltas.size(), 1U);
}

TEST(Stated, OnlyRolesThatTheDesiredSideNamesAreKept) {
  const Object reader{.id = {.kind = Kind::role, .name = "reader"}, .payload = Role{}};
  const Object other{.id = {.kind = Kind::role, .name = "other"}, .payload = Role{}};
  Catalog live = catalog({reader, other, column("note", "text")});
  keep_stated_roles(live, catalog({reader}));
  EXPECT_TRUE(live.find(reader.id));
  EXPECT_FALSE(live.find(other.id));
  EXPECT_TRUE(live.find(column_id("public", "orders", "note")));
}

TEST(Stated, RolesOfWhichOnlyTheNameIsKnownAreAsStated) {
  const Object reader{.id = {.kind = Kind::role, .name = "reader"}, .payload = Role{.login = true}};
  const Object fresh{.id = {.kind = Kind::role, .name = "fresh"}, .payload = Role{}};
  const Object joins{.id = {.kind = Kind::membership, .parent = "boss", .name = "reader"}, .payload = Membership{}};
  Catalog snapshot = catalog({});
  snapshot.roles = {"boss", "reader"};
  take_over_known_roles(snapshot, catalog({reader, fresh, joins}));
  EXPECT_TRUE(snapshot.find(reader.id));
  EXPECT_TRUE(snapshot.find(joins.id));
  EXPECT_FALSE(snapshot.find(fresh.id));
}

TEST(Stated, HistoryOfMigrationToolsIsLeftOutWhereItIsStatedNowhere) {
  const ObjectId table = table_id("public", "schema_migrations");
  const Object history{.id = table, .payload = Table{}};
  const Object column{.id = column_id("public", "schema_migrations", "version"), .payload = Column{.type = "text"}};
  const Object index{.id = {.kind = Kind::index, .schema = "public", .name = "i"}, .payload = Index{.table = table}};
  const Object own{.id = {.kind = Kind::sequence, .schema = "public", .name = "s"},
                   .payload = Sequence{.owned_by = column.id}};
  const Object other{.id = table_id("public", "orders"), .payload = Table{}};
  Catalog live = catalog({history, column, index, own, other});
  EXPECT_TRUE(leave_out_history(live, catalog({history})).empty());
  EXPECT_EQ(leave_out_history(live, catalog({})), std::vector<ObjectId>{table});
  EXPECT_EQ(live.objects.size(), 1U);
  EXPECT_TRUE(live.find(other.id));
}

}  // namespace
}  // namespace trueup::diff
