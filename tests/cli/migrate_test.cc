#include <fmt/format.h>

#include <chrono>

#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Migrate : public Sandbox {
 protected:
  static void migration(const std::string& name, const std::string& up, const std::string& down = "") {
    file("migrations/" + name, "-- Schema Change: Up\n" + up + "\n-- Schema Change: Down\n" + down + "\n");
  }
  static void three() {
    migration("001_one.sql", "CREATE TABLE one (id integer);", "DROP TABLE one;");
    migration("002_two.sql", "CREATE TABLE two (id integer);", "DROP TABLE two;");
    migration("003_three.sql", "ALTER TABLE one ADD COLUMN note text;", "ALTER TABLE one DROP COLUMN note;");
  }
  static source::Finished migrate(const std::string& target, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "migrate");
    arguments.insert(arguments.end(), {"--from", target});
    return trueup(arguments);
  }
  static std::string history(const std::string& target) {
    return ask(target, "SELECT string_agg(version || ' ' || outcome, ', ' ORDER BY id) FROM trueup.history");
  }
};

TEST_F(Migrate, UpDownRedoAndStatus) {
  const std::string target = database();
  three();
  const auto up = migrate(target, {"up", "--to", "2"});
  EXPECT_EQ(up.exit_code, 0) << up.err;
  EXPECT_TRUE(holds(up.err, "2 migrations applied"));
  const auto status = migrate(target, {"status"});
  EXPECT_EQ(status.exit_code, 0);
  EXPECT_TRUE(holds(status.out, "003  pending"));
  EXPECT_TRUE(holds(status.out, "1 of 3 to be run"));
  EXPECT_EQ(migrate(target, {"up"}).exit_code, 0);
  EXPECT_TRUE(holds(migrate(target, {"up"}).err, "has every migration"));
  EXPECT_EQ(migrate(target, {"down"}).exit_code, 3);
  EXPECT_EQ(migrate(target, {"down", "--yes"}).exit_code, 0);
  EXPECT_EQ(migrate(target, {"redo", "--yes"}).exit_code, 0);
  EXPECT_EQ(migrate(target, {"down", "--to", "0", "--yes"}).exit_code, 0);
  EXPECT_EQ(
      history(target),
      "001 applied, 002 applied, 003 applied, 003 reverted, 002 reverted, 002 applied, 002 reverted, 001 reverted");
  EXPECT_EQ(ask(target, "SELECT count(*) FROM pg_catalog.pg_class WHERE relnamespace = 'public'::regnamespace"), "0");
  EXPECT_EQ(migrate(target, {"up"}).exit_code, 0);
  EXPECT_EQ(migrate(target, {"validate"}).exit_code, 0);
}

TEST_F(Migrate, WhatDoesNotFitIsNamedAndNothingIsRun) {
  const std::string target = database();
  three();
  ASSERT_EQ(migrate(target, {"up", "--to", "2"}).exit_code, 0);
  const auto refused = [&](const std::string& code, const std::string& what) {
    for (const char* command : {"up", "validate"}) {
      const auto run = migrate(target, {command});
      EXPECT_EQ(run.exit_code, 1) << command << run.out << run.err;
      EXPECT_TRUE(holds(run.out + run.err, code));
      EXPECT_TRUE(holds(run.out + run.err, what));
    }
    EXPECT_EQ(history(target), "001 applied, 002 applied");
  };
  migration("002_two.sql", "CREATE TABLE two (id bigint);", "DROP TABLE two;");
  refused("changed", "002_two.sql");
  std::filesystem::remove("migrations/002_two.sql");
  refused("missing", "002 two");
  migration("002_two.sql", "CREATE TABLE two (id integer);\r", "DROP TABLE two;");
  file("migrations/002_two.sql",
       "-- Schema Change: Up\r\nCREATE TABLE two (id integer);\r\n-- Schema Change: Down\r\nDROP TABLE two;\r\n");
  EXPECT_EQ(migrate(target, {"validate"}).exit_code, 0) << "line ends do not count";
  migration("005_five.sql", "SELECT 1;");
  refused("skipped-number", "number 4 is left out");
  std::filesystem::remove("migrations/005_five.sql");
  migration("000_zero.sql", "SELECT 1;");
  refused("out-of-order", "000_zero.sql");
  std::filesystem::remove("migrations/000_zero.sql");
  migration("002_other.sql", "SELECT 1;");
  refused("same number", "002_other.sql");
}

TEST_F(Migrate, ValidateLooksAtTheSum) {
  const std::string target = database();
  three();
  ASSERT_EQ(migrate(target, {"up"}).exit_code, 0);
  file("migrations/trueup.sum", "001 sha256:0 001_one.sql\n");
  const auto run = migrate(target, {"validate"});
  EXPECT_EQ(run.exit_code, 1) << run.out << run.err;
  EXPECT_TRUE(holds(run.out, "manifest: 001_one.sql: changed since trueup.sum was written"));
  EXPECT_TRUE(holds(run.out, "manifest: 002_two.sql: trueup.sum does not name it"));
}

TEST_F(Migrate, RepairSaysWhatItAccepts) {
  const std::string target = database();
  three();
  ASSERT_EQ(migrate(target, {"up"}).exit_code, 0);
  migration("002_two.sql", "CREATE TABLE two (id bigint);", "DROP TABLE two;");
  std::filesystem::remove("migrations/003_three.sql");
  const auto asked = migrate(target, {"repair"});
  EXPECT_EQ(asked.exit_code, 3);
  EXPECT_TRUE(holds(asked.out, "002_two.sql counts as applied as it is now"));
  EXPECT_TRUE(holds(asked.out, "003 three counts as never applied"));
  EXPECT_EQ(migrate(target, {"repair", "--yes"}).exit_code, 0);
  EXPECT_EQ(migrate(target, {"validate"}).exit_code, 0);
}

TEST_F(Migrate, AHistoryThatWasEditedOrDroppedIsSeenAndRestored) {
  const std::string target = database();
  three();
  ASSERT_EQ(migrate(target, {"up"}).exit_code, 0);
  ASSERT_EQ(migrate(target, {"down", "--yes"}).exit_code, 0);
  const std::string before = history(target);
  const char* edits[] = {"DROP TABLE trueup.history", "DELETE FROM trueup.history WHERE version = '003'",
                         "UPDATE trueup.history SET checksum = 'x' WHERE version = '001'"};
  for (const char* edit : edits) {
    run(target, edit);
    const auto up = migrate(target, {"up"});
    EXPECT_EQ(up.exit_code, 1) << edit;
    EXPECT_TRUE(holds(up.err, "edited-history"));
    EXPECT_EQ(migrate(target, {"repair", "--yes"}).exit_code, 0);
    EXPECT_EQ(migrate(target, {"validate"}).exit_code, 0) << edit;
  }
  EXPECT_EQ(ask(target, "SELECT string_agg(version || ' ' || outcome, ', ' ORDER BY at, id) FROM trueup.history"),
            before);
  EXPECT_EQ(migrate(target, {"up"}).exit_code, 0);
}

TEST_F(Migrate, ADatabaseWithoutHistoryNeedsABaseline) {
  const std::string target = database("CREATE TABLE one (id integer); CREATE TABLE two (id integer)");
  three();
  const auto refused = migrate(target, {"up"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_TRUE(holds(refused.err, "migrate baseline"));
  EXPECT_EQ(migrate(target, {"baseline", "2"}).exit_code, 0);
  const auto up = migrate(target, {"up"});
  EXPECT_EQ(up.exit_code, 0) << up.err;
  EXPECT_EQ(history(target), "001 baseline, 002 baseline, 003 applied");
  EXPECT_EQ(migrate(target, {"baseline", "3"}).exit_code, 4);
  const std::string other = database("CREATE TABLE legacy (id integer)");
  EXPECT_EQ(migrate(other, {"baseline", "0"}).exit_code, 0);
  EXPECT_EQ(migrate(other, {"up"}).exit_code, 0);
}

TEST_F(Migrate, RollbackRefusesWhatLaterOnesStandOn) {
  const std::string target = database();
  three();
  ASSERT_EQ(migrate(target, {"up"}).exit_code, 0);
  const auto refused = trueup({"rollback", "--version", "1", "--from", target, "--yes"});
  EXPECT_EQ(refused.exit_code, 3) << refused.err;
  EXPECT_TRUE(holds(refused.err, "003_three.sql does not run without it"));
  const auto back = trueup({"rollback", "--version", "2", "--from", target, "--yes"});
  EXPECT_EQ(back.exit_code, 0) << back.err;
  EXPECT_EQ(ask(target, "SELECT pg_catalog.to_regclass('public.two') IS NULL"), "t");
  EXPECT_TRUE(holds(migrate(target, {"status"}).out, "002  rolled back"));
  EXPECT_EQ(migrate(target, {"up"}).exit_code, 0);
  EXPECT_EQ(trueup({"rollback", "--version", "3", "--from", target, "--yes"}).exit_code, 0);
}

TEST_F(Migrate, StatusOfFiveHundredIsQuick) {
  const std::string target = database();
  for (int i = 1; i <= 500; ++i) migration(fmt::format("{:03}_step.sql", i), fmt::format("SELECT {};", i), "SELECT 0;");
  ASSERT_EQ(migrate(target, {"baseline", "499"}).exit_code, 0);
  ASSERT_EQ(migrate(target, {"up"}).exit_code, 0);
  double best = 9;
  for (int i = 0; i < 5; ++i) {
    const auto began = std::chrono::steady_clock::now();
    ASSERT_EQ(migrate(target, {"status", "--format", "json"}).exit_code, 0);
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
  }
  EXPECT_LT(best, 0.3);
}

TEST_F(Migrate, SecretsInFilesAreNotPrintedOrKept) {
  const std::string target = database();
  migration("001_role.sql", "ALTER ROLE nobody_of_that_name PASSWORD 'hunter2';");
  const auto failed = migrate(target, {"up"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_TRUE(holds(failed.err, "'***'"));
  EXPECT_EQ((failed.out + failed.err).find("hunter2"), std::string::npos) << failed.err;
  EXPECT_EQ(ask(target, "SELECT count(*) FROM trueup.run r WHERE r::text LIKE '%hunter2%'"), "0");
}

TEST_F(Migrate, NobodyElseMayWriteTheHistory) {
  const std::string target = database("ALTER DEFAULT PRIVILEGES GRANT ALL ON TABLES TO PUBLIC");
  three();
  ASSERT_EQ(migrate(target, {"up"}).exit_code, 0);
  EXPECT_EQ(ask(target,
                "SELECT count(*) FROM pg_catalog.pg_class c, pg_catalog.aclexplode(relacl) a WHERE relnamespace = "
                "'trueup'::regnamespace AND grantee <> relowner"),
            "0");
}

}  // namespace
}  // namespace trueup::cli
