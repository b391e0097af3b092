#include <nlohmann/json.hpp>

#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Lint : public Sandbox {};

constexpr const char* blocking = "CREATE INDEX orders_idx ON public.orders (status);\n";
constexpr const char* advised = "SET lock_timeout = '5s'; SET statement_timeout = '5s';\nGRANT SELECT ON s.t TO app;\n";

TEST_F(Lint, FindingsHaveTheirPlaceAndExitWith2) {
  file("a.sql", blocking);
  const auto found = trueup({"lint", "a.sql"});
  EXPECT_EQ(found.exit_code, 2);
  EXPECT_TRUE(holds(found.out,
                    "a.sql:1:1: warning: writes to public.orders wait until this index is built "
                    "[index-blocks-writes]\n  CREATE INDEX"));
  EXPECT_TRUE(holds(found.out, "  ^\n  safe: CREATE INDEX CONCURRENTLY"));
  EXPECT_EQ(found.err, "");
}

TEST_F(Lint, AdviceCountsWithStrictAlone) {
  file("a.sql", advised);
  const auto found = trueup({"lint", "a.sql"});
  EXPECT_EQ(found.exit_code, 0);
  EXPECT_TRUE(holds(found.out, "[authorization-change]"));
  EXPECT_EQ(trueup({"lint", "--strict", "a.sql"}).exit_code, 2);
  EXPECT_EQ(trueup({"lint", "--strict", "--allow", "authorization-change", "a.sql"}).exit_code, 0);
}

TEST_F(Lint, AllowedByOptionConfigurationAndComment) {
  file("a.sql", blocking);
  EXPECT_EQ(trueup({"lint", "--allow", "index-blocks-writes", "a.sql"}).exit_code, 0);
  EXPECT_EQ(trueup({"lint", "--allow", "all", "a.sql"}).out, "no hazards in 1 statement in 1 file\n");
  file("b.sql", std::string("-- trueup: allow index-blocks-writes\n") + blocking);
  EXPECT_EQ(trueup({"lint", "b.sql"}).exit_code, 0);
  file("trueup.toml", "[hazards]\nallow = [\"index-blocks-writes\"]\n");
  EXPECT_EQ(trueup({"lint", "a.sql"}).exit_code, 0);
  file("trueup.toml", "[hazards]\nallow = [\"index-blocks\"]\n");
  const auto unknown = trueup({"lint", "a.sql"});
  EXPECT_EQ(unknown.exit_code, 64);
  EXPECT_TRUE(holds(unknown.err, "there is no hazard \"index-blocks\""));
}

TEST_F(Lint, WrongInputIsAnErrorAndTheRestIsLookedAt) {
  file("a.sql", std::string("CREATE TABEL x;\n") + blocking);
  const auto found = trueup({"lint", "a.sql"});
  EXPECT_EQ(found.exit_code, 1);
  EXPECT_TRUE(holds(found.err, "a.sql:1:8: error: syntax error at or near \"TABEL\" [syntax-error]"));
  EXPECT_TRUE(holds(found.out, "a.sql:2:1: warning"));
  EXPECT_EQ(trueup({"lint", "none.sql"}).exit_code, 1);
  EXPECT_EQ(trueup({"lint", "*.txt"}).exit_code, 1);
  EXPECT_EQ(trueup({"lint"}).exit_code, 64);
  file("empty/readme.txt", "");
  EXPECT_EQ(trueup({"lint", "empty"}).exit_code, 1);
  EXPECT_EQ(trueup({"lint", "-"}, "DROP TABLE a").exit_code, 2);
  EXPECT_EQ(trueup({"lint", "-"}, "").exit_code, 0);
}

TEST_F(Lint, MigrationFilesRunInTheirSegments) {
  file("migrations/001_a.sql",
       "-- Schema Change: Up\nCREATE TABLE public.orders (id bigint);\nCREATE INDEX i ON public.orders (id);\n"
       "-- trueup: no-transaction\nCREATE INDEX CONCURRENTLY j ON public.big (id);\n"
       "-- Schema Change: Down\nDROP TABLE public.orders;\n");
  file("migrations/002_b.sql",
       "-- Schema Change: Up\n\nDROP INDEX CONCURRENTLY public.i;\nCREATE INDEX k ON public.orders (id);\n");
  const auto found = trueup({"lint"});
  EXPECT_EQ(found.exit_code, 2);
  EXPECT_EQ(found.out.find("001_a.sql:3"), std::string::npos) << found.out;
  EXPECT_EQ(found.out.find("drop-table"), std::string::npos) << "only what leads up";
  EXPECT_TRUE(holds(found.out, "migrations/002_b.sql:3:12: warning: PostgreSQL refuses CONCURRENTLY inside a"));
  EXPECT_TRUE(holds(found.out, "migrations/002_b.sql:4:1: warning: writes to public.orders wait"));
  EXPECT_EQ(found.out.find("no-lock-timeout"), std::string::npos) << "trueup sets it";
  EXPECT_TRUE(holds(trueup({"lint", "migrations/002_b.sql"}).out, "migrations/002_b.sql:3:12: warning"));
}

TEST_F(Lint, OtherToolsMigrationsCountTheirTransactions) {
  file("db/V1__a.sql", "CREATE TABLE a (id bigint);\n");
  file("db/V2__b.sql", "ALTER TABLE a ADD COLUMN b int;\nUPDATE a SET b = 1;\n");
  file("db/V3__c.sql", "CREATE INDEX CONCURRENTLY i ON a (b);\n");
  const auto found = trueup({"lint", "db"});
  EXPECT_TRUE(holds(found.out, "db/V2__b.sql:2:1: warning: a was altered in this transaction"));
  EXPECT_TRUE(holds(found.out, "db/V2__b.sql:1:1: advice: this waits for its lock"));
  EXPECT_EQ(found.out.find("concurrently-in-transaction"), std::string::npos) << "the tool leaves it outside";
  EXPECT_TRUE(holds(trueup({"lint", "db/V2__b.sql"}).out, "a was altered in this transaction"));
}

TEST_F(Lint, JsonAndSarif) {
  file("ä b.sql", "SELECT 'ü'; DROP TABLE a;\nCREATE x;\n");
  const auto as_json = nlohmann::json::parse(trueup({"lint", "--format", "json", "ä b.sql"}).out);
  EXPECT_EQ(as_json["findings"][0]["hazard"], "drop-table");
  EXPECT_EQ(as_json["findings"][0]["level"], "destroys");
  EXPECT_EQ(as_json["findings"][0]["column"], 14);
  EXPECT_EQ(as_json["errors"][0]["line"], 2);
  const auto sarif = nlohmann::json::parse(trueup({"lint", "--format", "sarif", "ä b.sql"}).out);
  EXPECT_EQ(sarif["version"], "2.1.0");
  const auto& run = sarif["runs"][0];
  const auto& result = run["results"][0];
  EXPECT_EQ(result["ruleId"], "drop-table");
  EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"], "drop-table");
  EXPECT_EQ(result["level"], "error");
  const auto& place = result["locations"][0]["physicalLocation"];
  EXPECT_EQ(place["artifactLocation"]["uri"], "%C3%A4%20b.sql");
  EXPECT_EQ(place["region"]["startLine"], 1);
  EXPECT_EQ(place["region"]["startColumn"], 13) << "in characters";
  EXPECT_EQ(run["invocations"][0]["executionSuccessful"], false);
}

TEST_F(Lint, PlansSayTheSameHazards) {
  const std::string from = database("CREATE TABLE t (id bigint PRIMARY KEY, note varchar(10));");
  file("s.sql", "CREATE TABLE t (id bigint PRIMARY KEY, notes varchar(10) -- trueup: renamed from note\n);");
  const auto plan = [&](std::vector<std::string> options) {
    std::vector<std::string> arguments{"plan", "--no-proof", "--from", from, "--to", "s.sql"};
    arguments.insert(arguments.end(), options.begin(), options.end());
    return trueup(arguments);
  };
  const auto said = plan({});
  EXPECT_EQ(said.exit_code, 0);
  EXPECT_TRUE(holds(said.out, "HAZARD programs that read public.t.note fail      rename-column"));
  EXPECT_EQ(plan({"--gate"}).exit_code, 0) << "a warning is said, and not refused";
  EXPECT_EQ(plan({"--gate", "--refuse", "rename-column"}).exit_code, 3);
  EXPECT_EQ(plan({"--gate", "--refuse", "all"}).exit_code, 3);
  EXPECT_EQ(plan({"--gate", "--refuse", "all", "--allow", "rename-column"}).exit_code, 0);
  EXPECT_TRUE(holds(plan({"--refuse", "rename-column"}).out, "rename-column is not allowed"));
  EXPECT_EQ(plan({"--allow", "rename-column"}).out.find("HAZARD"), std::string::npos);
  const auto as_json = nlohmann::json::parse(plan({"--format", "json"}).out);
  EXPECT_EQ(as_json["up"][0]["statements"][0]["hazards"][0]["hazard"], "rename-column");
  EXPECT_EQ(as_json["down"][0]["statements"][0]["hazards"][0]["hazard"], "rename-column");
  file("trueup.toml", "[hazards]\nrefuse = [\"rename-column\"]\n");
  const auto refused = trueup({"apply", "--no-proof", "--yes", "--from", from, "--to", "s.sql"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_TRUE(holds(refused.err, "refused: programs that read public.t.note fail; nothing was"));
}

TEST_F(Lint, PlanFilesKeepWhatWasSaid) {
  const std::string from = database("CREATE TABLE t (id bigint PRIMARY KEY, note text);");
  file("s.sql", "CREATE TABLE t (id bigint PRIMARY KEY, notes text -- trueup: renamed from note\n);");
  const auto planned = trueup({"plan", "--no-proof", "--from", from, "--to", "s.sql", "--out", "plan.json"});
  EXPECT_TRUE(holds(planned.out, "rename-column"));
  EXPECT_EQ(trueup({"show", "plan.json"}).out, planned.out);
  EXPECT_EQ(trueup({"apply", "plan.json", "--from", from, "--yes", "--refuse", "rename-column"}).exit_code, 3);
  EXPECT_EQ(trueup({"apply", "plan.json", "--from", from, "--yes"}).exit_code, 0);
}

TEST_F(Lint, ACommentBesideAnObjectAllowsForIt) {
  const std::string from =
      database("CREATE TABLE a (id bigint, gone int, kept text); CREATE TABLE b (id bigint, gone int);");
  const auto gate = [&](const std::string& schema) {
    file("s.sql", schema);
    return trueup({"plan", "--no-proof", "--gate", "--from", from, "--to", "s.sql"}).exit_code;
  };
  const std::string a = "CREATE TABLE a (id bigint, kept text);\n", b = "CREATE TABLE b (id bigint, gone int);\n";
  EXPECT_EQ(gate(a + b), 3);
  EXPECT_EQ(gate("-- trueup: allow drop-column\n" + a + b), 0);
  EXPECT_EQ(gate("CREATE TABLE a ( -- trueup: allow drop-column, change-type\n id bigint, kept text);\n" + b), 0);
  EXPECT_EQ(gate("-- trueup: allow drop-table\n" + a + b), 3);
  EXPECT_EQ(gate("-- trueup: allow drop-column\n" + a + "CREATE TABLE b (id bigint);\n"), 3) << "b is another table";
  // Beside a column it holds for that column.
  const std::string c = "CREATE TABLE a (id bigint, gone int, kept varchar(3)";
  EXPECT_EQ(gate(c + ");\n" + b), 3);
  EXPECT_EQ(gate(c + " -- trueup: allow change-type\n);\n" + b), 0);
  EXPECT_EQ(gate("CREATE TABLE a (id bigint, gone int, -- trueup: allow change-type\n kept varchar(3));\n" + b), 3);
  file("s.sql", "-- trueup: allow drop-colum\n" + a + b);
  EXPECT_TRUE(holds(trueup({"plan", "--no-proof", "--from", from, "--to", "s.sql"}).err,
                    "s.sql:1:1: warning: there is no hazard \"drop-colum\""));
}

}  // namespace
}  // namespace trueup::cli
