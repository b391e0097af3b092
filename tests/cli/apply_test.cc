#include <thread>

#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Apply : public Sandbox {};

TEST_F(Apply, RunsThePlanAndThenHasNothingToDo) {
  const std::string target = database();
  file("s.sql", "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (id serial PRIMARY KEY, m mood);");
  const auto applied = trueup({"apply", "--from", target, "--to", "s.sql", "--yes"});
  EXPECT_EQ(applied.exit_code, 0) << applied.err;
  EXPECT_TRUE(holds(applied.err, "applied 5 statements"));
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.t"), "0");
  const auto again = trueup({"apply", "--from", target, "--to", "s.sql", "--yes"});
  EXPECT_EQ(again.exit_code, 0);
  EXPECT_TRUE(holds(again.out, "Nothing to do"));
}

TEST_F(Apply, AsksFirstAndRefusesWhereItCannotAsk) {
  const std::string target = database();
  file("s.sql", "CREATE TABLE t (id integer);");
  const auto refused = trueup({"apply", "--from", target, "--to", "s.sql", "--no-proof"}, "y\n");
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_TRUE(holds(refused.err, "--yes"));
  EXPECT_EQ(ask(target, "SELECT pg_catalog.to_regclass('public.t') IS NULL"), "t");
}

TEST_F(Apply, RefusesToDestroyWhatIsNotAllowed) {
  const std::string target = database("CREATE TABLE t (id integer, legacy text)");
  file("s.sql", "CREATE TABLE t (id integer);");
  const auto refused = trueup({"apply", "--from", target, "--to", "s.sql", "--yes"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_TRUE(holds(refused.err, "--allow drop-column"));
  EXPECT_EQ(trueup({"apply", "--from", target, "--to", "s.sql", "--yes", "--allow", "drop-column"}).exit_code, 0);
}

TEST_F(Apply, AFailureRollsItsSegmentBack) {
  const std::string target = database("CREATE TABLE t (id integer); INSERT INTO t VALUES (NULL)");
  file("s.sql", "CREATE TABLE new (id integer); CREATE TABLE t (id integer NOT NULL);");
  const auto failed = trueup({"apply", "--from", target, "--to", "s.sql", "--yes", "--no-proof", "--online=never"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_TRUE(holds(failed.err, "contains null values"));
  EXPECT_TRUE(holds(failed.err, "nothing was changed"));
  EXPECT_EQ(ask(target, "SELECT pg_catalog.to_regclass('public.new') IS NULL"), "t");
}

TEST_F(Apply, WaitsForAnotherRunAndThenGivesUp) {
  const std::string target = database();
  file("s.sql", "CREATE TABLE t (id integer);");
  auto other = db::Connection::open(target);
  ASSERT_TRUE(other.ok());
  ASSERT_TRUE(other->run("SELECT pg_catalog.pg_advisory_lock(128034944677232)").ok());
  const auto blocked = trueup({"apply", "--from", target, "--to", "s.sql", "--yes", "--no-proof"});
  EXPECT_EQ(blocked.exit_code, 4);
  EXPECT_TRUE(holds(blocked.err, "another run"));
  EXPECT_EQ(ask(target, "SELECT pg_catalog.to_regclass('public.t') IS NULL"), "t");
}

TEST_F(Apply, RefusesWhenTheDatabaseMoved) {
  const std::string target = database();
  file("s.sql", "CREATE TABLE t (id integer);");
  // The plan is made, then the run waits for the lock; meanwhile somebody changes the database.
  auto other = db::Connection::open(target);
  ASSERT_TRUE(other.ok());
  ASSERT_TRUE(other->run("SELECT pg_catalog.pg_advisory_lock(128034944677232)").ok());
  source::Finished blocked;
  std::thread run([&] { blocked = trueup({"apply", "--from", target, "--to", "s.sql", "--yes", "--no-proof"}); });
  const std::string waiting =
      "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = pg_catalog.current_database() "
      "AND query LIKE '%pg_try_advisory_lock%' AND pid <> pg_catalog.pg_backend_pid()";
  for (int i = 0; i < 80 && ask(target, waiting) == "0"; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  const bool moved = other->run("CREATE TABLE public.moved (id integer)").ok();
  const bool unlocked = other->run("SELECT pg_catalog.pg_advisory_unlock(128034944677232)").ok();
  run.join();
  ASSERT_TRUE(moved && unlocked);
  EXPECT_EQ(blocked.exit_code, 4);
  EXPECT_TRUE(holds(blocked.err, "has moved"));
  EXPECT_EQ(ask(target, "SELECT pg_catalog.to_regclass('public.t') IS NULL"), "t");
}

TEST_F(Apply, ALockThatDoesNotComeIsTriedAgainAndThenGivenUp) {
  const std::string target = database("CREATE TABLE t (id integer)");
  file("s.sql", "CREATE TABLE t (id integer, note text);");
  auto other = db::Connection::open(target);
  ASSERT_TRUE(other.ok());
  ASSERT_TRUE(other->run("BEGIN; LOCK TABLE public.t IN ROW EXCLUSIVE MODE").ok());
  const auto failed = trueup({"apply", "--from", target, "--to", "s.sql", "--yes", "--no-proof", "--lock-timeout",
                              "0.1", "--lock-attempts", "3"});
  EXPECT_EQ(failed.exit_code, 4);
  EXPECT_TRUE(holds(failed.err, "attempt 3 of 3"));
  EXPECT_TRUE(holds(failed.err, "nothing was changed"));
  EXPECT_TRUE(holds(failed.err, "--lock-timeout"));
}

TEST_F(Apply, ALockThatComesLaterIsEnough) {
  const std::string target = database("CREATE TABLE t (id integer)");
  file("s.sql", "CREATE TABLE a (id integer); CREATE TABLE t (id integer, note text);");
  auto other = db::Connection::open(target);
  ASSERT_TRUE(other.ok());
  ASSERT_TRUE(other->run("BEGIN; LOCK TABLE public.t IN ROW EXCLUSIVE MODE").ok());
  source::Finished finished;
  std::thread run([&] {
    finished = trueup({"apply", "--from", target, "--to", "s.sql", "--yes", "--no-proof", "--lock-timeout", "0.2",
                       "--lock-attempts", "100"});
  });
  const std::string retried =
      "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = pg_catalog.current_database() AND "
      "wait_event_type = 'Lock'";
  for (int i = 0; i < 300 && ask(target, retried) == "0"; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  std::this_thread::sleep_for(std::chrono::milliseconds(300));
  const bool released = other->run("ROLLBACK").ok();
  run.join();
  ASSERT_TRUE(released);
  EXPECT_EQ(finished.exit_code, 0) << finished.err;
  EXPECT_EQ(ask(target, "SELECT count(*) FROM trueup.journal"), "2");
}

TEST_F(Apply, CtrlCRollsBackAndSaysSo) {
  const std::string target = database("CREATE TABLE t (id integer)");
  file("s.sql", "CREATE TABLE t (id integer, note text); CREATE TABLE a (id integer);");
  auto other = db::Connection::open(target);
  ASSERT_TRUE(other.ok());
  ASSERT_TRUE(other->run("BEGIN; LOCK TABLE public.t IN ROW EXCLUSIVE MODE").ok());
  // --foreground: timeout would else signal its whole group as well, and a second Ctrl-C ends the program at once.
  const auto interrupted =
      shell("timeout --foreground -s INT 3 \"$TRUEUP\" apply --yes --no-proof --lock-timeout 60 --to s.sql --from '" +
            target + "'; echo $?");
  EXPECT_TRUE(holds(interrupted.err, "nothing was changed"));
  ASSERT_TRUE(other->run("ROLLBACK").ok());
  EXPECT_EQ(ask(target, "SELECT pg_catalog.to_regclass('public.a') IS NULL"), "t");
}

}  // namespace
}  // namespace trueup::cli
