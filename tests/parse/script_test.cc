#include "parse/reading.h"
#include "parse/scan.h"
#include "parse/source.h"

namespace trueup {
namespace {

using Codes = std::vector<std::string>;

TEST(Script, PsqlLinesAndCopyDataAreBlankedOut) {
  const std::string text =
      "\\restrict abc\nCREATE TABLE t (a text);\nCOPY public.t (a) FROM stdin;\nit's; a\n\\N\n\\.\n\nCREATE TABLE u (b "
      "text DEFAULT E'\n\\\\x');\n";
  const std::string blanked = parse::without_psql_lines(text);
  EXPECT_EQ(blanked.size(), text.size());
  EXPECT_EQ(blanked.find("\\restrict"), std::string::npos);
  EXPECT_EQ(blanked.find("it's"), std::string::npos);
  EXPECT_NE(blanked.find("\n\\\\x'"), std::string::npos);  // inside a string it is no psql line
  const Catalog catalog = reading(text);
  EXPECT_NE(object_named(catalog, "table public.u"), nullptr);
  EXPECT_EQ(codes_of(catalog), Codes{"3:1 not-schema"});
}

TEST(Script, SplitsWhatDoesNotParse) {
  const std::string text =
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END; -- ;\nx y; "
      "$q$;$q$";
  std::vector<std::string> pieces;
  for (const parse::Extent& e : parse::split_statements(text)) pieces.push_back(text.substr(e.offset, e.length));
  EXPECT_EQ(pieces, (Codes{text.substr(0, text.find("; -- ;")), "x y", "$q$;$q$"}));
}

TEST(Script, EverySyntaxErrorIsReported) {
  const Catalog catalog =
      parse::read({{.name = "a.sql", .text = "CREATE TABEL t (a int);\nCREATE TABLE ok (a int);\n\nSELECT FROM WHERE;"},
                   {.name = "b.sql", .text = "\tCREATE TABLE (;"}},
                  {});
  ASSERT_EQ(catalog.diagnostics.size(), 3U);
  EXPECT_EQ(to_string(catalog.diagnostics[0].where), "a.sql:1:8");
  EXPECT_EQ(catalog.diagnostics[0].excerpt, "  CREATE TABEL t (a int);\n         ^");
  EXPECT_EQ(to_string(catalog.diagnostics[1].where), "a.sql:4:13");
  EXPECT_EQ(to_string(catalog.diagnostics[2].where), "b.sql:1:15");
  EXPECT_EQ(catalog.diagnostics[2].excerpt, "  \tCREATE TABLE (;\n  \t             ^");
  EXPECT_NE(object_named(catalog, "table public.ok"), nullptr);
}

TEST(Script, WhatIsNoSchemaIsNamed) {
  const Catalog catalog = reading(
      "BEGIN; SET client_encoding = 'UTF8'; COMMIT;\nINSERT INTO t VALUES (1);\nDO $$BEGIN END$$;\nSELECT 1;\n"
      "CREATE TABLE c AS SELECT 1;\nCREATE TEMP TABLE x (a int);");
  EXPECT_EQ(codes_of(catalog),
            (Codes{"2:1 not-schema", "3:1 code-not-run", "4:1 not-schema", "5:1 code-not-run", "6:1 not-schema"}));
  EXPECT_EQ(catalog.objects.size(), 1U);
}

TEST(Script, WhatIsNotManagedIsNamedAndAnErrorUnderStrict) {
  const std::string sql = "CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;";
  EXPECT_EQ(reading(sql).diagnostics.at(0).severity, Severity::warning);
  EXPECT_EQ(reading(sql).diagnostics.at(0).message, "CREATE ACCESS METHOD heap2 is not managed yet and left alone");
  const Catalog strict = parse::read({{.name = "a.sql", .text = sql}}, {.strict = true});
  EXPECT_EQ(strict.diagnostics.at(0).severity, Severity::error);
}

TEST(Script, AnObjectDefinedTwiceNamesBothPlaces) {
  const Catalog catalog = parse::read(
      {{.name = "a.sql", .text = "CREATE TABLE t (a int);"}, {.name = "b.sql", .text = "\nCREATE TABLE t (b int);"}},
      {});
  ASSERT_EQ(catalog.diagnostics.size(), 1U);
  EXPECT_EQ(catalog.diagnostics[0].message, "table public.t is defined twice: first at a.sql:1:14");
  EXPECT_EQ(to_string(catalog.diagnostics[0].where), "b.sql:2:14");
}

TEST(Script, ARelationOfAnotherKindTakesTheName) {
  EXPECT_EQ(codes_of(reading("CREATE TABLE t (a int);\nCREATE VIEW t AS SELECT 1 AS one;")),
            Codes{"2:13 defined-twice"});
  EXPECT_EQ(codes_of(reading("CREATE TABLE t (a int);\nCREATE INDEX i ON t (a);\nCREATE SEQUENCE i;")),
            Codes{"3:17 defined-twice"});
}

TEST(Script, ReferencesToNothingAreErrors) {
  EXPECT_EQ(codes_of(reading("CREATE TABLE t (a int REFERENCES nowhere);")), Codes{"1:34 unknown-name"});
  EXPECT_EQ(codes_of(reading("COMMENT ON TABLE nowhere IS 'x';")), Codes{"1:1 unknown-name"});
  EXPECT_EQ(codes_of(reading("CREATE INDEX ON nowhere (a);")), Codes{"1:17 unknown-name"});
  EXPECT_EQ(codes_of(reading("CREATE TABLE t (a int); CREATE INDEX ON t (b);")), Codes{"1:25 unknown-name"});
  EXPECT_EQ(codes_of(reading("CREATE TABLE t (a int); ALTER TABLE t DROP CONSTRAINT c;")), Codes{"1:25 unknown-name"});
}

TEST(Script, CodeMayMakeWhatIsStatedNowhere) {
  const Catalog catalog = reading("DO $$ BEGIN END $$; COMMENT ON TABLE made IS 'x';");
  EXPECT_EQ(codes_of(catalog), (Codes{"1:1 code-not-run", "1:21 needs-code"}));
  EXPECT_EQ(catalog.code.size(), 1U);
}

TEST(Script, OnlyCallsOfOwnFunctionsAreCode) {
  EXPECT_TRUE(reading("SELECT setval('s', 1); SELECT pg_catalog.now();").code.empty());
  EXPECT_EQ(reading("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'; SELECT 1 + f();").code.size(), 1U);
  EXPECT_EQ(reading("SELECT cron.schedule('x', 'y');").code.size(), 1U);
  EXPECT_EQ(reading("CALL p();").code.size(), 1U);
}

TEST(Script, WhatStandsOnSomethingLeftOutIsLeftOut) {
  const Catalog catalog = reading("SELECT 1 AS a INTO made; COMMENT ON TABLE made IS 'x';");
  EXPECT_EQ(codes_of(catalog), (Codes{"1:1 code-not-run", "1:26 needs-code"}));
}

TEST(Script, BetweenScriptsThereIsNoOrder) {
  const Catalog catalog = parse::read(
      {{.name = "a.sql",
        .text = "CREATE TABLE a (id int PRIMARY KEY, b int REFERENCES b); CREATE INDEX ON c (x); ALTER TABLE b ADD n "
                "mood;"},
       {.name = "b.sql", .text = "CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a); COMMENT ON TABLE c IS 'c';"},
       {.name = "c.sql",
        .text = "CREATE TABLE c (LIKE b, x int); CREATE TYPE mood AS ENUM ('x'); GRANT SELECT ON a TO r;"}},
      {});
  for (const Diagnostic& d : catalog.diagnostics) ADD_FAILURE() << to_string(d);
  EXPECT_EQ(field_of(catalog, "foreign key public.a.a_b_fkey", "referenced_columns"), "[2:id,]");
  EXPECT_NE(object_named(catalog, "index public.c_x_idx"), nullptr);
  EXPECT_EQ(field_of(catalog, "column public.b.n", "type"), "public.mood");
  EXPECT_EQ(field_of(catalog, "table public.c", "comment"), "c");
  EXPECT_EQ(field_of(catalog, "table public.a", "acl"), "r=SELECT,");
}

TEST(Script, ScriptsThatWaitForEachOtherGoOn) {
  const Catalog catalog = parse::read({{.name = "a.sql", .text = "COMMENT ON TABLE b IS 'b'; CREATE TABLE a (x int);"},
                                       {.name = "b.sql", .text = "COMMENT ON TABLE a IS 'a'; CREATE TABLE b (x int);"}},
                                      {});
  EXPECT_TRUE(catalog.diagnostics.empty());
  EXPECT_EQ(field_of(catalog, "table public.a", "comment"), "a");
  EXPECT_EQ(field_of(catalog, "table public.b", "comment"), "b");
}

TEST(Script, SearchPathHoldsUntilItIsSetAgain) {
  const Catalog catalog =
      parse::read({{.name = "a.sql",
                    .text = "CREATE SCHEMA app; SET search_path TO app, public; CREATE TABLE t (a int); RESET "
                            "search_path; CREATE TABLE u (a int);"
                            "SELECT pg_catalog.set_config('search_path', 'app', false); CREATE INDEX ON t (a);"},
                   {.name = "b.sql", .text = "CREATE TABLE v (a int);"}},
                  {});
  EXPECT_EQ(objects_of(catalog, Kind::table), (Codes{"table app.t", "table public.u", "table public.v"}));
  EXPECT_NE(object_named(catalog, "index app.t_a_idx"), nullptr);
}

TEST(Script, SchemasOfToolsAreNamedAndLeftAlone) {
  const Catalog catalog = reading(
      "CREATE SCHEMA sqitch; CREATE TABLE sqitch.changes (id int PRIMARY KEY);"
      "CREATE TABLE schema_migrations (version text PRIMARY KEY);");
  EXPECT_EQ(objects_of(catalog, Kind::table), (Codes{"table public.schema_migrations"}));
  EXPECT_EQ(codes_of(catalog), (Codes{"1:1 not-managed"}));
}

}  // namespace
}  // namespace trueup
