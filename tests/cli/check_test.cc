#include <nlohmann/json.hpp>

#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Check : public Sandbox {};

TEST_F(Check, InSyncIsZeroAndSilentOnStdout) {
  const std::string target = database("CREATE TABLE t (id integer)");
  file("s.sql", "CREATE TABLE t (id integer);");
  const auto checked = trueup({"check", "--from", target, "--to", "s.sql"});
  EXPECT_EQ(checked.exit_code, 0);
  EXPECT_EQ(checked.out, "");
  EXPECT_TRUE(holds(checked.err, "in sync"));
}

TEST_F(Check, DriftIsTwoAndNamesFieldByField) {
  const std::string target = database(
      "CREATE TABLE t (id integer, gone text); CREATE TABLE only_live (a int, b int); "
      "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\nSELECT 1\n$$");
  file("s.sql",
       "CREATE TABLE t (id bigint NOT NULL); CREATE TABLE only_files (a int);"
       "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$\nSELECT 2\n$$;");
  const auto checked = trueup({"check", "--from", target, "--to", "s.sql"});
  EXPECT_EQ(checked.exit_code, 2);
  for (const char* part : {"~ column public.t.id", "type: integer → bigint", "not_null: no → yes",
                           "- column public.t.gone", "- table public.only_live  (2 columns)  only in",
                           "+ table public.only_files  (1 column)  only in s.sql", "-SELECT 1", "+SELECT 2"})
    EXPECT_TRUE(holds(checked.out, part));
}

TEST_F(Check, JsonSaysTheSame) {
  const std::string target = database("CREATE TABLE t (id integer)");
  file("s.sql", "CREATE TABLE t (id bigint);");
  const auto checked = trueup({"check", "--from", target, "--to", "s.sql", "--format", "json"});
  EXPECT_EQ(checked.exit_code, 2);
  const auto json = nlohmann::json::parse(checked.out, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << checked.out;
  EXPECT_EQ(json["in_sync"], false);
  EXPECT_EQ(json["differences"][0]["object"], "column public.t.id");
  EXPECT_EQ(json["differences"][0]["fields"][0]["to"], "bigint");
}

TEST_F(Check, StrictRefusesWhatIsNotManaged) {
  const std::string target = database();
  file("s.sql",
       "CREATE TABLE t (id integer);\nCREATE ACCESS METHOD a TYPE TABLE HANDLER heap_tableam_handler;\nINSERT INTO t "
       "VALUES (1);\n");
  const auto lenient = trueup({"check", "--from", target, "--to", "s.sql"});
  EXPECT_EQ(lenient.exit_code, 2) << lenient.err;
  EXPECT_TRUE(holds(lenient.err, "s.sql:2"));
  EXPECT_TRUE(holds(lenient.err, "s.sql:3"));
  EXPECT_EQ(trueup({"check", "--strict", "--from", target, "--to", "s.sql"}).exit_code, 1);
}

TEST_F(Check, HistoryOfMigrationToolsIsComparedWhereItIsStated) {
  const std::string target =
      database("CREATE TABLE schema_migrations (version text PRIMARY KEY); CREATE TABLE t (id integer)");
  file("s.sql", "CREATE TABLE t (id integer);");
  const auto unstated = trueup({"check", "--from", target, "--to", "s.sql"});
  EXPECT_EQ(unstated.exit_code, 0) << unstated.out;
  EXPECT_TRUE(holds(unstated.err, "table public.schema_migrations belongs to a migration tool"));
  file("s.sql", "CREATE TABLE t (id integer); CREATE TABLE schema_migrations (version bigint PRIMARY KEY);");
  const auto stated = trueup({"check", "--from", target, "--to", "s.sql"});
  EXPECT_EQ(stated.exit_code, 2);
  EXPECT_TRUE(holds(stated.out, "~ column public.schema_migrations.version"));
}

TEST_F(Check, ASnapshotKnowsNoMoreOfRolesThanTheirNames) {
  const std::string target = database("CREATE TABLE t (id integer); CREATE TABLE schema_migrations (version text)");
  file("s.sql", "CREATE ROLE " + ask(target, "SELECT current_user") + " LOGIN; CREATE TABLE t (id integer); " +
                    "CREATE TABLE schema_migrations (version text);");
  file("taken.sql", trueup({"dump", "--snapshot", target}).out);
  const auto checked = trueup({"check", "--from", "snapshot:taken.sql", "--to", "s.sql"});
  EXPECT_EQ(checked.exit_code, 0) << checked.out;
  file("s.sql", "CREATE ROLE check_writer; CREATE TABLE t (id integer);");
  const auto unknown = trueup({"check", "--from", "snapshot:taken.sql", "--to", "s.sql"});
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_TRUE(holds(unknown.out, "+ role check_writer"));
}

TEST_F(Check, WhatCannotBeDecidedIsNoAgreement) {
  const std::string function = "CREATE FUNCTION f(integer) RETURNS text LANGUAGE sql AS 'SELECT $1::text';";
  const std::string target = database(function + "CREATE VIEW v AS SELECT 'today'::date AS day");
  file("s.sql", function + "CREATE VIEW v AS SELECT 'now'::date AS day;");
  const auto checked = trueup({"check", "--no-scratch", "--from", target, "--to", "s.sql"});
  EXPECT_EQ(checked.exit_code, 2);
  EXPECT_TRUE(holds(checked.out, "? view public.v  query: undecided"));
  EXPECT_EQ(trueup({"check", "--from", target, "--to", "s.sql"}).exit_code, 0);
}

class Agree : public Sandbox {};

TEST_F(Agree, SaysWhetherAServerReadsTheFilesAlike) {
  file("good/t.sql", "CREATE TABLE t (id serial PRIMARY KEY, n numeric(10,2) DEFAULT 0);");
  const auto agreed = trueup({"agree", "good"});
  EXPECT_EQ(agreed.exit_code, 0) << agreed.out << agreed.err;
  EXPECT_TRUE(holds(agreed.out, "agreed"));
  file("bad/t.sql", "CREATE TABLE t (id integer);\nDO $$ BEGIN CREATE TABLE hidden (id int); END $$;\n");
  EXPECT_EQ(trueup({"agree", "bad"}).exit_code, 0) << "what the code makes is read back";
  const auto differs = trueup({"agree", "bad", "--no-code"});
  EXPECT_EQ(differs.exit_code, 2) << differs.out << differs.err;
  EXPECT_TRUE(holds(differs.out, "table public.hidden"));
  EXPECT_TRUE(holds(differs.out, "left out: bad/t.sql:2:1"));
  EXPECT_EQ(differs.err, "");
}

}  // namespace
}  // namespace trueup::cli
