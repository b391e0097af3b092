#include "diff/current_role.h"

#include <gtest/gtest.h>

namespace trueup::diff {
namespace {

Object privilege(const std::string& role, std::vector<std::string> grants) {
  return {.id = {.kind = Kind::default_privilege, .schema = "app", .parent = role, .name = "tables"},
          .payload = DefaultPrivilege{.grants = std::move(grants)}};
}

void add(Catalog& catalog, Object object) {
  const ObjectId id = object.id;
  catalog.objects[id] = std::move(object);
}

Object table(const std::string& name, std::optional<std::string> owner, std::set<Grant> grants) {
  return {
      .id = table_id("app", name), .payload = Table{}, .owner = std::move(owner), .acl = {.grants = std::move(grants)}};
}

Catalog live_as(const std::string& role) {
  Catalog live;
  live.current_user = role;
  return live;
}

TEST(ResolveCurrentRole, DefaultPrivilegesWithoutARoleAreTheCurrentOnes) {
  Catalog desired;
  add(desired, privilege("", {"joe SELECT"}));
  resolve_current_role(live_as("boss"), desired);
  ASSERT_EQ(desired.objects.size(), 1U);
  EXPECT_EQ(desired.objects.begin()->first.parent, "boss");
  EXPECT_EQ(desired.objects.begin()->second.id.parent, "boss");
}

TEST(ResolveCurrentRole, MergesWithWhatIsStatedForThatRole) {
  Catalog desired;
  add(desired, privilege("", {"joe SELECT"}));
  add(desired, privilege("boss", {"amy SELECT", "joe SELECT"}));
  add(desired, privilege("other", {"amy INSERT"}));
  resolve_current_role(live_as("boss"), desired);
  ASSERT_EQ(desired.objects.size(), 2U);
  EXPECT_EQ(std::get<DefaultPrivilege>(desired.objects.begin()->second.payload).grants,
            (std::vector<std::string>{"amy SELECT", "joe SELECT"}));
}

TEST(ResolveCurrentRole, AnOwnersPrivilegesAreNoGrants) {
  Catalog live = live_as("boss");
  add(live, table("there", "amy", {}));
  Catalog desired;
  const std::set<Grant> grants = {{"amy", "SELECT", false}, {"boss", "SELECT", false}, {"joe", "SELECT", false}};
  add(desired, table("there", std::nullopt, grants));
  add(desired, table("fresh", std::nullopt, grants));
  add(desired, table("stated", "joe", grants));
  add(desired, {.id = column_id("app", "there", "a"), .payload = Column{}, .acl = {.grants = grants}});
  resolve_current_role(live, desired);
  const auto left = [&](const ObjectId& id) {
    std::string text;
    for (const Grant& grant : desired.find(id)->acl.grants) text += grant.grantee + " ";
    return text;
  };
  EXPECT_EQ(left(table_id("app", "there")), "boss joe ");
  EXPECT_EQ(left(table_id("app", "fresh")), "amy joe ");
  EXPECT_EQ(left(table_id("app", "stated")), "amy boss ");
  EXPECT_EQ(left(column_id("app", "there", "a")), "boss joe ");
}

TEST(ResolveCurrentRole, CurrentUserIsWhoRunsTheStatements) {
  Catalog desired;
  const Grant to_current{std::string(current_role), "SELECT", false};
  add(desired, table("own", std::nullopt, {to_current}));
  add(desired, table("others", "joe", {to_current}));
  resolve_current_role(live_as("boss"), desired);
  EXPECT_TRUE(desired.find(table_id("app", "own"))->acl.grants.empty());
  EXPECT_EQ(desired.find(table_id("app", "others"))->acl.grants, (std::set<Grant>{{"boss", "SELECT", false}}));
}

TEST(ResolveCurrentRole, WhatIsRevokedFromAnOwnerIsLost) {
  Catalog desired;
  for (const std::string role : {"boss", "joe"}) {
    Object object = table(role, std::nullopt, {});
    object.acl.unclaimed = {{role, "DELETE", false}, {std::string(current_role), "TRUNCATE", false}};
    add(desired, object);
  }
  resolve_current_role(live_as("boss"), desired);
  EXPECT_EQ(desired.find(table_id("app", "boss"))->acl.owner_revoked, (std::set<std::string>{"DELETE", "TRUNCATE"}));
  EXPECT_EQ(desired.find(table_id("app", "joe"))->acl.owner_revoked, (std::set<std::string>{"TRUNCATE"}));
}

TEST(ResolveCurrentRole, NeedsAServer) {
  Catalog desired;
  add(desired, privilege("", {"joe SELECT"}));
  resolve_current_role({}, desired);
  EXPECT_EQ(desired.objects.begin()->first.parent, "");
}

}  // namespace
}  // namespace trueup::diff
