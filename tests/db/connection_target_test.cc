#include <gtest/gtest.h>

#include <array>

#include "db/connection.h"
#include "db/target.h"

namespace trueup::db {
namespace {

struct Pair {
  const char* given;
  const char* expected;
};

TEST(HidePassword, InUrls) {
  constexpr std::array<Pair, 17> table = {{
      {"postgres://joe:secret@db:5432/shop", "postgres://joe:***@db:5432/shop"},
      {"postgresql://joe:secret@db/shop?sslmode=require", "postgresql://joe:***@db/shop?sslmode=require"},
      {"postgresql+asyncpg://joe:s3cret@db/shop", "postgresql+asyncpg://joe:***@db/shop"},
      {"postgres://joe@db/shop", "postgres://joe@db/shop"},
      {"postgres://db:5432/shop", "postgres://db:5432/shop"},
      {"postgres:///shop", "postgres:///shop"},
      {"postgres://:secret@db/shop", "postgres://:***@db/shop"},
      {"postgres://joe:@db/shop", "postgres://joe:@db/shop"},
      {"postgres://db/shop?user=joe&password=secret", "postgres://db/shop?user=joe&password=***"},
      {"postgres://db/shop?password=secret&user=joe", "postgres://db/shop?password=***&user=joe"},
      {"postgres://db/shop?sslpassword=secret", "postgres://db/shop?sslpassword=***"},
      {"postgres://joe:one@db/shop?password=two", "postgres://joe:***@db/shop?password=***"},
      // Passwords whose author forgot to percent-encode them.
      {"postgres://joe:p@ss@db/shop", "postgres://joe:***@db/shop"},
      {"postgres://joe:p/ss@db/shop", "postgres://joe:***@db/shop"},
      {"postgres://joe:p?ss@db/shop?sslmode=require", "postgres://joe:***@db/shop?sslmode=require"},
      {"postgres://joe:p@s?s@db/shop", "postgres://joe:***@db/shop"},
      {"mysql://joe:secret@db/shop", "mysql://joe:***@db/shop"},
  }};
  for (const auto& [given, expected] : table) EXPECT_EQ(hide_password(given), expected);
}

TEST(HidePassword, InConninfoStrings) {
  constexpr std::array<Pair, 11> table = {{
      {"host=db password=secret dbname=shop", "host=db password=*** dbname=shop"},
      {"password=secret", "password=***"},
      {"password = secret dbname=shop", "password = *** dbname=shop"},
      {"password='a b\\'c' dbname=shop", "password=*** dbname=shop"},
      {"password='never closed dbname=shop", "password=***"},
      {"password=a\\ b dbname=shop", "password=*** dbname=shop"},
      {"password=forgot the quotes dbname=shop", "password=*** dbname=shop"},
      {"host=db passfile=/x sslpassword=secret", "host=db passfile=/x sslpassword=***"},
      {"application_name='password=x' dbname=shop", "application_name='password=x' dbname=shop"},
      {"dbname=postgres://joe:secret@db/shop", "dbname=postgres://joe:***@db/shop"},
      {"schema/shop.sql", "schema/shop.sql"},
  }};
  for (const auto& [given, expected] : table) EXPECT_EQ(hide_password(given), expected);
}

TEST(IsDatabase, KnowsUrlsAndConninfoStrings) {
  for (const char* source : {"postgres://db/shop", "postgresql:///shop", "postgresql+asyncpg://db/shop", "host=db",
                             "dbname=shop", " host = db", "service=prod", "user=joe password=x"})
    EXPECT_TRUE(is_database(source)) << source;
  for (const char* source : {"", "schema/", "schema/shop.sql", "mysql://db/shop", "snapshot:x.sql", "-", "a=b", "=",
                             "git:HEAD:schema", "postgres", "postgres:/db", "schema/host=db"})
    EXPECT_FALSE(is_database(source)) << source;
}

TEST(PlainUrl, RewritesTheDriversParameters) {
  constexpr std::array<Pair, 9> table = {{
      {"postgres://db/shop?ssl=true", "postgresql://db/shop?ssl=true"},
      {"postgresql+asyncpg://joe:x@db/shop", "postgresql://joe:x@db/shop"},
      {"postgresql+asyncpg://db/shop?ssl=require", "postgresql://db/shop?sslmode=require"},
      {"postgresql+asyncpg://db/shop?ssl=true", "postgresql://db/shop?sslmode=require"},
      {"postgresql+asyncpg://db/shop?ssl=false&timeout=2.5", "postgresql://db/shop?sslmode=disable&connect_timeout=2"},
      {"postgresql+asyncpg://db/shop?prepared_statement_cache_size=0", "postgresql://db/shop"},
      {"postgresql+asyncpg://db/shop?command_timeout=5&application_name=x", "postgresql://db/shop?application_name=x"},
      {"postgres+asyncpg://db/shop", "postgresql://db/shop"},
      {"host=db dbname=shop", "host=db dbname=shop"},
  }};
  for (const auto& [given, expected] : table) EXPECT_EQ(plain_url(given), expected);
}

TEST(ConninfoOf, FillsWhatIsLeftOpen) {
  const Result<std::string> conninfo = conninfo_of("postgresql+asyncpg://joe:it%27s@db:5433/shop");
  ASSERT_TRUE(conninfo.ok());
  EXPECT_NE(conninfo->find("password='it\\'s'"), std::string::npos) << *conninfo;
  EXPECT_NE(conninfo->find("host='db'"), std::string::npos) << *conninfo;
  EXPECT_NE(conninfo->find("port='5433'"), std::string::npos) << *conninfo;
  EXPECT_NE(conninfo->find("client_encoding=UTF8"), std::string::npos) << *conninfo;
  const Result<std::string> patient = conninfo_of("host=db connect_timeout=60");
  ASSERT_TRUE(patient.ok());
  EXPECT_EQ(patient->find("connect_timeout=10"), std::string::npos) << *patient;
}

TEST(ConninfoOf, TakesWhatLibpqTakes) {
  for (const char* target : {"postgres://joe:@db/shop", "postgres:///shop?host=@abstract", "service=prod", "",
                             "postgres://db1,db2:5433/shop?target_session_attrs=read-write"}) {
    const Result<std::string> conninfo = conninfo_of(target);
    EXPECT_TRUE(conninfo.ok()) << target << ": " << conninfo.error().message;
  }
  EXPECT_EQ(conninfo_of("service=prod")->find("connect_timeout"), std::string::npos);
}

TEST(ConninfoOf, NeverQuotesAPartOfThePassword) {
  for (const char* target : {"postgres://joe:hun/ter2@db/shop", "postgres://joe:hun@ter2@db/shop",
                             "host=db password=hun ter2", "password='hun ter2 dbname=shop"}) {
    const Result<std::string> conninfo = conninfo_of(target);
    ASSERT_FALSE(conninfo.ok()) << target;
    EXPECT_EQ(conninfo.error().message.find("hun"), std::string::npos) << conninfo.error().message;
    EXPECT_EQ(conninfo.error().message.find("ter2"), std::string::npos) << conninfo.error().message;
    EXPECT_FALSE(conninfo.error().hint.empty());
  }
}

TEST(ConninfoOf, SaysWhatIsWrongWhereNoPasswordIs) {
  const Result<std::string> conninfo = conninfo_of("postgres://db/shop?sslmod=require");
  ASSERT_FALSE(conninfo.ok());
  EXPECT_NE(conninfo.error().message.find("sslmod"), std::string::npos) << conninfo.error().message;
}

}  // namespace
}  // namespace trueup::db
