#include "diff/filter.h"

#include <gtest/gtest.h>

#include "diff/manage.h"

namespace trueup::diff {
namespace {

Object object(Kind kind, std::string schema, std::string name, std::string parent = {}, Payload payload = Schema{}) {
  Object o;
  o.id = {
      .kind = kind, .schema = std::move(schema), .parent = std::move(parent), .name = std::move(name), .signature = {}};
  o.payload = std::move(payload);
  return o;
}

void add(Catalog& catalog, Object o) { catalog.objects.emplace(o.id, std::move(o)); }

TEST(Glob, MatchesWholeTexts) {
  struct Row {
    const char* pattern;
    const char* text;
    bool fits;
  };
  for (const Row& row : {Row{"*", "", true}, Row{"*", "x", true}, Row{"a*c", "abc", true}, Row{"a*c", "abcd", false},
                         Row{"a?c", "abc", true}, Row{"a?c", "ac", false}, Row{"*.tmp_*", "public.tmp_1", true},
                         Row{"a*b*c", "a1b2b3c", true}, Row{"", "", true}, Row{"", "x", false}})
    EXPECT_EQ(glob_matches(row.pattern, row.text), row.fits) << row.pattern << " on " << row.text;
}

TEST(Filter, APatternChoosesWhatBelongsToARelation) {
  const Object table = object(Kind::table, "public", "orders", {}, Table{});
  const Object column = object(Kind::column, "public", "note", "orders", Column{});
  Index payload;
  payload.table = table_id("public", "orders");
  const Object index = object(Kind::index, "public", "by_status", {}, payload);
  Sequence owned;
  owned.owned_by = column_id("public", "orders", "id");
  const Object sequence = object(Kind::sequence, "public", "orders_id_seq", {}, owned);
  for (const Object* o : {&table, &column, &index, &sequence}) {
    EXPECT_TRUE(matches("public.orders", *o)) << to_string(o->id);
    EXPECT_TRUE(matches("public", *o)) << to_string(o->id);
    EXPECT_FALSE(matches("public.carts", *o)) << to_string(o->id);
    EXPECT_FALSE(matches("audit.*", *o)) << to_string(o->id);
  }
  EXPECT_TRUE(matches("index:public.*", index));
  EXPECT_FALSE(matches("index:public.*", table));
}

TEST(Filter, ASchemaIsChosenOnlyAsAWhole) {
  const Object schema = object(Kind::schema, "", "audit");
  EXPECT_TRUE(matches("audit", schema));
  EXPECT_TRUE(matches("audit.*", schema));
  EXPECT_FALSE(matches("audit.log", schema));
  EXPECT_TRUE(keeps({.include = {"audit.log"}, .exclude = {}}, schema));
  EXPECT_FALSE(keeps({.include = {"public.*"}, .exclude = {}}, schema));
}

TEST(Filter, ExcludeWinsOverInclude) {
  const Filter filter{.include = {"public.*"}, .exclude = {"public.tmp_*"}};
  EXPECT_TRUE(keeps(filter, object(Kind::table, "public", "orders", {}, Table{})));
  EXPECT_FALSE(keeps(filter, object(Kind::table, "public", "tmp_1", {}, Table{})));
  EXPECT_FALSE(keeps(filter, object(Kind::table, "audit", "log", {}, Table{})));
}

TEST(Filter, TakesOverWhatItLeavesOut) {
  Catalog from, to;
  add(from, object(Kind::table, "audit", "live_only", {}, Table{}));
  add(to, object(Kind::table, "audit", "desired_only", {}, Table{}));
  add(to, object(Kind::table, "public", "orders", {}, Table{}));
  take_over_unkept(from, to, {.include = {}, .exclude = {"audit"}});
  EXPECT_NE(to.find(table_id("audit", "live_only")), nullptr);
  EXPECT_EQ(to.find(table_id("audit", "desired_only")), nullptr);
  EXPECT_NE(to.find(table_id("public", "orders")), nullptr);
}

Grant grant(const char* role) { return {.grantee = role, .privilege = "SELECT", .grantable = false}; }

TEST(Manage, UnmanagedRolesKeepTheirPrivileges) {
  Catalog from, to;
  add(from, object(Kind::table, "public", "t", {}, Table{}));
  add(to, object(Kind::table, "public", "t", {}, Table{}));
  Object& live = *from.find(table_id("public", "t"));
  Object& desired = *to.find(table_id("public", "t"));
  live.acl.grants = {grant("app_a"), grant("dba")};
  desired.acl.grants = {grant("app_b"), grant("guest")};
  Manage manage;
  manage.privileges.roles.include = {"app_*"};
  take_over_unmanaged(from, to, manage);
  EXPECT_EQ(desired.acl.grants, (std::set<Grant>{grant("app_b"), grant("dba")}));
}

TEST(Manage, SwitchedOffMeansWhatTheDatabaseSays) {
  Catalog from, to;
  add(from, object(Kind::table, "public", "t", {}, Table{}));
  add(to, object(Kind::table, "public", "t", {}, Table{}));
  add(to, object(Kind::table, "public", "new", {}, Table{}));
  from.find(table_id("public", "t"))->comment = "live";
  from.find(table_id("public", "t"))->owner = "alice";
  for (const char* name : {"t", "new"}) {
    to.find(table_id("public", name))->comment = "desired";
    to.find(table_id("public", name))->owner = "bob";
  }
  Manage manage;
  manage.comments.on = false;
  manage.owners.on = false;
  take_over_unmanaged(from, to, manage);
  EXPECT_EQ(to.find(table_id("public", "t"))->comment, "live");
  EXPECT_EQ(to.find(table_id("public", "t"))->owner, "alice");
  EXPECT_EQ(to.find(table_id("public", "new"))->comment, "");
  EXPECT_EQ(to.find(table_id("public", "new"))->owner, std::nullopt);
}

TEST(Manage, UnmanagedExtensionsStayAsTheyAre) {
  Catalog from, to;
  add(from, object(Kind::extension, "", "postgis", {}, Extension{}));
  add(to, object(Kind::extension, "", "citext", {}, Extension{}));
  Manage manage;
  manage.extensions.objects.exclude = {"postgis"};
  take_over_unmanaged(from, to, manage);
  EXPECT_EQ(to.objects.size(), 2u);
  manage.extensions.on = false;
  take_over_unmanaged(from, to, manage);
  EXPECT_EQ(to.objects.size(), 1u);
  EXPECT_EQ(to.objects.begin()->first.name, "postgis");
}

}  // namespace
}  // namespace trueup::diff
