#include "verify/roles_in_code.h"

#include <gtest/gtest.h>

namespace trueup::verify {
namespace {

using Names = std::set<std::string>;

TEST(RolesInCode, AreFoundWhereverTheyStand) {
  EXPECT_EQ(roles_in_code("DO $$ BEGIN CREATE ROLE ann; create\n user Bob LOGIN; END $$"), (Names{"ann", "Bob"}));
  EXPECT_EQ(roles_in_code("EXECUTE 'Create Group \"Odd one\" NOLOGIN'"), (Names{"Odd one"}));
  EXPECT_EQ(roles_in_code("SELECT 1;CREATE ROLE zoë"), (Names{"zoë"}));
}

TEST(RolesInCode, AreNotSeenInOtherWords) {
  EXPECT_EQ(roles_in_code("CREATE TABLE role (a text); -- recreate role ann"), Names{});
  EXPECT_EQ(roles_in_code("create-role-ann, CREATE ROLE"), Names{});
}

}  // namespace
}  // namespace trueup::verify
