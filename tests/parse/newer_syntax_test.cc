#include "parse/newer_syntax.h"

#include <gtest/gtest.h>

#include "parse/grammar.h"
#include "parse/script.h"

namespace trueup::parse {
namespace {

TEST(NewerSyntax, IsKnownByItsWords) {
  const std::pair<int, std::string_view> rows[] = {
      {18, "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) VIRTUAL)"},
      {18, "CREATE TABLE t (a int, s daterange, PRIMARY KEY (a, s WITHOUT OVERLAPS))"},
      {18, "ALTER TABLE t ADD FOREIGN KEY (a, PERIOD s) REFERENCES u (a, PERIOD s)"},
      {18, "CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED)"},
      {18, "CREATE TABLE t (a int, CONSTRAINT n NOT NULL a)"},
      {18, "ALTER TABLE t ADD CONSTRAINT n NOT NULL \"A\" NOT VALID"},
      {17, "ALTER TABLE t ALTER b SET EXPRESSION AS (a * 2)"},
      {17, "CREATE VIEW v AS SELECT * FROM json_table('[]', '$' COLUMNS (a int)) x"},
      {16, "CREATE TABLE t (a text STORAGE external)"},
      {16, "CREATE VIEW v AS SELECT a IS NOT JSON AS b FROM t"},
      {16, "ALTER TABLE t ALTER a SET DEFAULT 0xff"},
      {16, "CREATE STATISTICS ON a, b FROM t"},
  };
  for (const auto& [version, sql] : rows) {
    const std::optional<NewerSyntax> found = newer_syntax(sql);
    ASSERT_TRUE(found) << sql;
    EXPECT_EQ(found->version, version) << sql;
  }
}

TEST(NewerSyntax, IsNotSeenInNamesStringsAndComments) {
  for (const std::string_view sql :
       {"CREATE TABLE t (a int DEFALT 1)", "CREATE TABLE t (\"WITHOUT\" int, b txt 'NOT ENFORCED')",
        "SELEC 1 -- WITHOUT OVERLAPS", "SELEC 'IS JSON'"})
    EXPECT_FALSE(newer_syntax(sql)) << sql;
}

Catalog read_for(int server_version, const std::string& sql) {
  return read({{.name = "a.sql", .text = sql}}, {.server_version = server_version, .strict = false});
}

constexpr const char* overlaps = "CREATE TABLE t (a int,\n  s daterange, UNIQUE (a, s WITHOUT OVERLAPS));";

TEST(NewerSyntax, IsAnErrorForAnOlderDatabase) {
  if (grammar_version() >= 18) GTEST_SKIP() << "this grammar knows it";
  const Catalog catalog = read_for(160000, overlaps);
  ASSERT_EQ(catalog.diagnostics.size(), 1U);
  EXPECT_EQ(to_string(catalog.diagnostics[0]).substr(0, 12), "a.sql:2:29: ");
  EXPECT_EQ(catalog.diagnostics[0].severity, Severity::error);
  EXPECT_EQ(catalog.diagnostics[0].message, "temporal keys (WITHOUT OVERLAPS) need PostgreSQL 18, and this is for 16");
}

TEST(NewerSyntax, IsLeftToAServerThatMayKnowIt) {
  if (grammar_version() >= 18) GTEST_SKIP() << "this grammar knows it";
  const Catalog catalog = read_for(180000, overlaps);
  ASSERT_EQ(catalog.diagnostics.size(), 1U);
  EXPECT_EQ(catalog.diagnostics[0].severity, Severity::warning);
  EXPECT_EQ(catalog.diagnostics[0].code, "newer-syntax");
  ASSERT_EQ(catalog.code.size(), 1U);
  EXPECT_EQ(catalog.code[0].line, 1);
}

TEST(NewerSyntax, IsNoExcuseForAMistake) {
  EXPECT_EQ(read_for(150000, "CREATE TABEL t (a int);").diagnostics.at(0).code, "syntax-error");
}

TEST(NewerSyntax, MembershipOptionsAreReadFromTheWords) {
  const Catalog catalog =
      read_for(160000, "CREATE ROLE a; CREATE ROLE b; GRANT a TO b WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;");
  EXPECT_TRUE(catalog.diagnostics.empty());
  const Object* membership = catalog.find({.kind = Kind::membership, .parent = "a", .name = "b"});
  ASSERT_NE(membership, nullptr);
  const auto& options = std::get<Membership>(membership->payload);
  EXPECT_TRUE(options.admin);
  EXPECT_FALSE(options.inherit);
  EXPECT_FALSE(options.set);
}

}  // namespace
}  // namespace trueup::parse
