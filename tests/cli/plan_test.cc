#include <nlohmann/json.hpp>

#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Plan : public Sandbox {};

TEST_F(Plan, SqlIsTheStatementsAndNothingElse) {
  const std::string from = database();
  file("s.sql", "CREATE TABLE t (id integer NOT NULL);");
  const auto planned = trueup({"plan", "--from", from, "--to", "s.sql", "--format", "sql", "--no-proof"});
  EXPECT_EQ(planned.exit_code, 0);
  EXPECT_EQ(planned.out, "CREATE TABLE public.t (\n    id integer NOT NULL\n);\n");
  run(from, planned.out);
  const auto again = trueup({"plan", "--from", from, "--to", "s.sql", "--format", "sql", "--no-proof"});
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_EQ(again.out, "");
}

TEST_F(Plan, DownLeadsBack) {
  const std::string from = database("CREATE TABLE t (id integer)");
  file("old.sql", "CREATE TABLE t (id integer);");
  file("s.sql", "CREATE TABLE t (id bigint, note text); CREATE VIEW v AS SELECT note FROM t;");
  const auto down = trueup({"plan", "--from", from, "--to", "s.sql", "--format", "sql", "--no-proof", "--down"});
  run(from, trueup({"plan", "--from", from, "--to", "s.sql", "--format", "sql", "--no-proof"}).out);
  EXPECT_EQ(trueup({"check", "--from", from, "--to", "s.sql"}).exit_code, 0);
  run(from, down.out);
  EXPECT_EQ(trueup({"check", "--from", from, "--to", "old.sql"}).exit_code, 0);
}

TEST_F(Plan, TextShowsNumbersDestructionProofAndWayBack) {
  const std::string from = database("CREATE TABLE t (id integer, legacy text)");
  file("s.sql", "CREATE TABLE t (id integer, note text);");
  const auto planned = trueup({"plan", "--from", from, "--to", "s.sql"});
  EXPECT_EQ(planned.exit_code, 0) << planned.err;
  for (const char* part : {"2 statements, proven up and down on PostgreSQL", "   1  ALTER TABLE", "   2  ALTER TABLE",
                           "DESTROYS column public.t.legacy", "drop-column is not allowed", "--allow drop-column",
                           "way back: 2 statements (trueup plan --down)"})
    EXPECT_TRUE(holds(planned.out, part));
}

TEST_F(Plan, CodeInTheFilesIsRunOnTheEmbeddedServer) {
  const std::string from = database();
  file("s.sql", "DO $$ BEGIN CREATE TABLE made (id integer); END $$; COMMENT ON TABLE made IS 'by code';");
  const auto planned = trueup({"plan", "--from", from, "--to", "s.sql", "--format", "sql"});
  EXPECT_EQ(planned.exit_code, 0) << planned.err;
  EXPECT_TRUE(holds(planned.out, "CREATE TABLE public.made"));
  EXPECT_TRUE(holds(planned.out, "by code"));
  EXPECT_EQ(planned.err, "");
  for (const char* off : {"--no-code", "--no-scratch"}) {
    const auto left_out = trueup({"plan", "--from", from, "--to", "s.sql", "--format", "sql", off});
    EXPECT_EQ(left_out.exit_code, 0);
    EXPECT_EQ(left_out.out, "");
    EXPECT_TRUE(holds(left_out.err, "s.sql:1:1: warning: DO")) << left_out.err;
  }
  file("typo.sql", "DO $$ BEGIN END $$; COMMENT ON TABLE nowhere IS 'x';");
  const auto typo = trueup({"plan", "--from", from, "--to", "typo.sql"});
  EXPECT_EQ(typo.exit_code, 1);
  EXPECT_TRUE(holds(typo.err, "typo.sql:1:21: error: the embedded server refuses this")) << typo.err;
}

TEST_F(Plan, ExitCodesForScripts) {
  const std::string from = database("CREATE TABLE t (id integer, legacy text)");
  file("same.sql", "CREATE TABLE t (id integer, legacy text);");
  file("more.sql", "CREATE TABLE t (id integer, legacy text, note text);");
  file("less.sql", "CREATE TABLE t (id integer);");
  const auto code = [&](const char* to, std::vector<std::string> more) {
    more.insert(more.begin(), {"plan", "--no-proof", "--from", from, "--to", to});
    return trueup(more).exit_code;
  };
  EXPECT_EQ(code("less.sql", {}), 0);
  EXPECT_EQ(code("same.sql", {"--exit-code", "--gate"}), 0);
  EXPECT_EQ(code("more.sql", {"--exit-code"}), 2);
  EXPECT_EQ(code("more.sql", {"--gate"}), 0);
  EXPECT_EQ(code("less.sql", {"--gate"}), 3);
  EXPECT_EQ(code("less.sql", {"--gate", "--exit-code"}), 3);
  EXPECT_EQ(code("less.sql", {"--gate", "--exit-code", "--allow", "drop-column"}), 2);
  EXPECT_EQ(code("less.sql", {"--gate", "--allow", "drop-table,drop-column"}), 0);
  EXPECT_EQ(code("less.sql", {"--gate", "--allow", "drop-table"}), 3);
}

TEST_F(Plan, JsonHoldsBothWays) {
  const std::string from = database("CREATE TABLE t (id integer, legacy text)");
  file("s.sql", "CREATE TABLE t (id integer);");
  const auto planned = trueup({"plan", "--from", from, "--to", "s.sql", "--format", "json", "--no-proof"});
  const auto json = nlohmann::json::parse(planned.out, nullptr, false);
  ASSERT_FALSE(json.is_discarded()) << planned.out;
  EXPECT_EQ(json["format"], 1);
  EXPECT_EQ(json["proof"]["proven"], false);
  EXPECT_EQ(json["up"][0]["statements"][0]["sql"], "ALTER TABLE public.t DROP COLUMN legacy");
  EXPECT_EQ(json["up"][0]["statements"][0]["destroys"]["hazard"], "drop-column");
  EXPECT_EQ(json["down"][0]["statements"][0]["sql"], "ALTER TABLE public.t ADD COLUMN legacy text");
  EXPECT_EQ(json["refused"].size(), 1u);
}

TEST_F(Plan, EverySourceLeadsToTheSamePlan) {
  const std::string sql = "CREATE TABLE t (id integer);";
  const std::string from = database();
  const std::string like = database(sql);
  file("schema/t.sql", sql);
  file("schema/deep/er/u.txt", "not SQL");
  ASSERT_EQ(shell("git init -q . && git add schema && git -c user.name=x -c user.email=x@x commit -qm x").exit_code, 0);
  file("snap", trueup({"dump", "--snapshot", like}).out);
  file("mig/001_a.sql", "-- Schema Change: Up\n" + sql + "\n-- Schema Change: Down\nDROP TABLE t;\n");
  const auto plan_to = [&](const std::string& to, const std::string& input = {}) {
    const auto planned = trueup({"plan", "--no-proof", "--format", "sql", "--from", from, "--to", to}, input);
    EXPECT_EQ(planned.exit_code, 0) << to << planned.err;
    return planned.out;
  };
  const std::string expected = "CREATE TABLE public.t (\n    id integer\n);\n";
  for (const std::string to : {"schema", "schema/", "schema/t.sql", "sch*/*.sql", "git:HEAD:schema",
                               "git:HEAD:schema/t.sql", "snapshot:snap", "migrations:mig"})
    EXPECT_EQ(plan_to(to), expected) << to;
  EXPECT_EQ(plan_to(like), expected);
  EXPECT_EQ(plan_to("-", "\\restrict x\nSET check_function_bodies = off;\n" + sql), expected);
}

TEST_F(Plan, FromFilesNeedsNoDatabase) {
  file("old.sql", "CREATE TABLE t (id integer); GRANT SELECT ON t TO somebody;");
  file("new.sql", "CREATE TABLE t (id integer, note text); GRANT SELECT ON t TO somebody;");
  const auto planned = trueup({"plan", "--no-scratch", "--format", "sql", "--from", "old.sql", "--to", "new.sql"});
  EXPECT_EQ(planned.exit_code, 0) << planned.err;
  EXPECT_EQ(planned.out, "ALTER TABLE public.t ADD COLUMN note text;\n");
}

TEST_F(Plan, FiltersAndManageLeaveThingsAlone) {
  const std::string from = database(
      "CREATE SCHEMA audit; CREATE TABLE audit.log (id int); CREATE TABLE t (id integer); COMMENT ON TABLE t IS "
      "'live'");
  file("s.sql", "CREATE TABLE t (id integer);");
  const auto plan_with = [&](std::vector<std::string> more) {
    more.insert(more.begin(),
                {"plan", "--no-proof", "--format", "sql", "--allow", "all", "--from", from, "--to", "s.sql"});
    return trueup(more).out;
  };
  EXPECT_TRUE(holds(plan_with({}), "DROP TABLE audit.log"));
  EXPECT_EQ(plan_with({"--exclude", "audit"}), "COMMENT ON TABLE public.t IS NULL;\n");
  file("trueup.toml", "[filters]\nexclude = [\"audit.*\"]\n[manage]\ncomments = false\n");
  EXPECT_EQ(plan_with({}), "");
}

TEST_F(Plan, TheConfigurationNamesBothEnds) {
  file("db/schema/t.sql", "CREATE TABLE t (id integer);");
  file("db/trueup.toml", "schema = \"schema\"\n[environments.here]\nurl_env = \"HERE_URL\"\n");
  setenv("HERE_URL", database().c_str(), 1);
  const auto planned = trueup({"plan", "--config", "db/trueup.toml", "--env", "here", "--format", "sql", "--no-proof"});
  EXPECT_TRUE(holds(planned.out, "CREATE TABLE public.t")) << planned.err;
  unsetenv("HERE_URL");
  EXPECT_EQ(trueup({"plan", "--config", "db/trueup.toml", "--env", "there"}).exit_code, 64);
}

TEST_F(Plan, WithoutAServerItStillPlansAndSaysItIsNotProven) {
  const std::string from = database();
  file("s.sql", "CREATE TABLE t (id integer);");
  std::filesystem::create_directory("nowhere");
  const auto planned = trueup({"plan", "--from", from, "--to", "s.sql", "--pg-bin", "nowhere"});
  EXPECT_EQ(planned.exit_code, 0) << planned.err;
  EXPECT_TRUE(holds(planned.out, "1 statement, not proven: "));
  const auto replayed = trueup({"plan", "--from", "migrations:nowhere", "--to", "s.sql", "--pg-bin", "nowhere"});
  EXPECT_EQ(replayed.exit_code, 1);
  EXPECT_TRUE(holds(replayed.err, "--from URL"));
  EXPECT_TRUE(holds(replayed.err, "snapshot:"));
}

}  // namespace
}  // namespace trueup::cli
