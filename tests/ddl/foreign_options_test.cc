#include "ddl/foreign_options.h"

#include <gtest/gtest.h>

namespace trueup::ddl {
namespace {

ForeignOptions options(std::initializer_list<std::pair<std::string, std::string>> stated) {
  ForeignOptions made;
  for (const auto& [name, value] : stated) made[name] = stated_option(name, value);
  return made;
}

TEST(ForeignOptions, AreAddedSetAndDropped) {
  const Statements changed =
      change_foreign_options("ALTER SERVER s", options({{"gone", "1"}, {"kept", "2"}, {"new", "3"}}),
                             options({{"kept", "2"}, {"more", "it's"}, {"new", "4"}}));
  ASSERT_EQ(changed.size(), 1u);
  EXPECT_EQ(changed[0].sql, "ALTER SERVER s OPTIONS (DROP gone, ADD more 'it''s', SET new '4')");
  EXPECT_TRUE(change_foreign_options("ALTER SERVER s", options({{"a", "1"}}), options({{"a", "1"}})).empty());
}

TEST(ForeignOptions, SecretsAreMaskedForPeople) {
  Secrets secrets;
  const std::string list = with_foreign_options(options({{"user", "u"}, {"password", "it's me"}}), secrets);
  const Statement statement = secretive("CREATE" + list, secrets);
  EXPECT_EQ(statement.sql, "CREATE OPTIONS (password 'it''s me', \"user\" 'u')");
  EXPECT_EQ(shown(statement), "CREATE OPTIONS (password '***', \"user\" 'u')");
  EXPECT_FALSE(statement.lacks_secret);
}

TEST(ForeignOptions, WhatOnlyTheDatabaseHoldsIsNotRestorable) {
  ForeignOptions live;
  live["password"] = read_option("password", "digest");
  const Statements back = change_foreign_options("ALTER SERVER s", {}, live);
  ASSERT_EQ(back.size(), 1u);
  EXPECT_EQ(back[0].sql, "ALTER SERVER s OPTIONS (ADD password 'not restorable')");
  EXPECT_TRUE(back[0].lacks_secret);
}

TEST(ForeignOptions, NamesThatMeanASecret) {
  for (const char* name : {"password", "sslpassword", "Passcode", "api_key", "client_secret", "auth_token"})
    EXPECT_TRUE(is_secret_option(name)) << name;
  for (const char* name : {"user", "host", "password_required", "passfile", "sslkey", "key"})
    EXPECT_FALSE(is_secret_option(name)) << name;
}

}  // namespace
}  // namespace trueup::ddl
