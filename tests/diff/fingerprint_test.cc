#include "diff/fingerprint.h"

#include <gtest/gtest.h>

namespace trueup::diff {
namespace {

Catalog with_table(std::string name, std::string owner, std::string user) {
  Object o;
  o.id = table_id("public", name);
  o.payload = Table{};
  o.owner = std::move(owner);
  Catalog catalog;
  catalog.current_user = std::move(user);
  catalog.objects.emplace(o.id, o);
  return catalog;
}

TEST(Fingerprint, SeesChangesAndNotTheConnectingUser) {
  const std::string one = fingerprint(with_table("t", "alice", "alice"));
  EXPECT_EQ(one, fingerprint(with_table("t", "bob", "bob")));
  EXPECT_NE(one, fingerprint(with_table("t", "alice", "bob")));
  EXPECT_NE(one, fingerprint(with_table("u", "alice", "alice")));
  EXPECT_TRUE(one.starts_with("1:-:")) << one;
}

TEST(Fingerprint, SaysWhichFilterItWasTakenThrough) {
  const Catalog catalog = with_table("t", "a", "a");
  const Filter filter{.include = {}, .exclude = {"public.t"}};
  EXPECT_NE(fingerprint(catalog, filter), fingerprint(catalog));
  EXPECT_FALSE(fingerprint(catalog, filter).starts_with("1:-:"));
}

TEST(Fingerprint, RolesCountOnlyForTheCluster) {
  Catalog catalog = with_table("t", "a", "a");
  const std::string without = fingerprint(catalog);
  const std::string cluster_without = fingerprint(catalog, {}, Reach::cluster);
  Object role;
  role.id = {.kind = Kind::role, .schema = {}, .parent = {}, .name = "r", .signature = {}};
  role.payload = Role{};
  catalog.objects.emplace(role.id, role);
  EXPECT_EQ(fingerprint(catalog), without);
  EXPECT_NE(fingerprint(catalog, {}, Reach::cluster), cluster_without);
}

}  // namespace
}  // namespace trueup::diff
