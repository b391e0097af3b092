#include <sys/resource.h>

#include <thread>

#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

/// What goes wrong around a run: nothing is lost, the error is clear, the exit code is the documented one.
class Faults : public Sandbox {
 protected:
  static void migration(const std::string& name, const std::string& up) {
    file("migrations/" + name, "-- Schema Change: Up\n" + up + "\n-- Schema Change: Down\n");
  }
  static source::Finished up(const std::string& target, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"migrate", "up", "--from", target});
    return trueup(more);
  }
  /// Waits until somebody waits for a lock in the database.
  static void wait_until_blocked(const std::string& target) {
    for (int i = 0; i < 1000; ++i) {
      if (ask(target,
              "SELECT count(*) FROM pg_catalog.pg_stat_activity WHERE datname = pg_catalog.current_database() AND "
              "wait_event_type = 'Lock'") != "0")
        return;
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    ADD_FAILURE() << "nobody waits";
  }
  /// A session that keeps public.one from being altered.
  static db::Connection holder(const std::string& target) {
    auto connection = db::Connection::open(target);
    EXPECT_TRUE(connection && connection->run("BEGIN; LOCK TABLE public.one IN ROW EXCLUSIVE MODE"));
    return std::move(*connection);
  }
};

TEST_F(Faults, ASecondRunIsRefusedWhileTheFirstOneRuns) {
  const std::string target = database();
  migration("001_one.sql", "CREATE TABLE one (id integer);");
  ASSERT_EQ(up(target).exit_code, 0);
  migration("002_two.sql", "ALTER TABLE one ADD COLUMN note text;");
  db::Connection held = holder(target);
  source::Finished first;
  std::thread run([&] { first = up(target, {"--lock-timeout", "60"}); });
  wait_until_blocked(target);
  const auto second = up(target);
  const bool released = held.run("ROLLBACK").ok();
  run.join();
  ASSERT_TRUE(released);
  EXPECT_EQ(second.exit_code, 4);
  EXPECT_TRUE(holds(second.err, "another run of trueup holds the lock"));
  EXPECT_EQ(first.exit_code, 0) << first.err;
}

TEST_F(Faults, AConnectionThatIsCutLosesNothing) {
  const std::string target = database();
  migration("001_one.sql", "CREATE TABLE one (id integer);");
  ASSERT_EQ(up(target).exit_code, 0);
  migration("002_two.sql",
            "INSERT INTO one VALUES (1);\n-- trueup: segment\nINSERT INTO one VALUES (2);\nALTER TABLE one ADD COLUMN "
            "n text;");
  db::Connection held = holder(target);
  source::Finished cut;
  std::thread run([&] { cut = up(target, {"--lock-timeout", "60"}); });
  wait_until_blocked(target);
  (void)ask(target,
            "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity WHERE "
            "wait_event_type = 'Lock' AND datname = pg_catalog.current_database()");
  run.join();
  ASSERT_TRUE(held.run("ROLLBACK").ok());
  EXPECT_EQ(cut.exit_code, 4) << cut.err;
  EXPECT_TRUE(holds(cut.err, "--resume"));
  EXPECT_EQ(ask(target, "SELECT string_agg(id::text, ' ') FROM public.one"), "1");
  const auto refused = up(target);
  EXPECT_EQ(refused.exit_code, 4);
  EXPECT_TRUE(holds(refused.err, "was stopped after 1 of 3 statements"));
  const auto resumed = up(target, {"--resume"});
  EXPECT_EQ(resumed.exit_code, 0) << resumed.err;
  EXPECT_EQ(ask(target, "SELECT string_agg(id::text, ' ' ORDER BY id) FROM public.one"), "1 2");
  EXPECT_EQ(ask(target, "SELECT count(*) FROM trueup.history WHERE version = '002'"), "1");
}

/// A server none of whose files may grow beyond 24 MB: more than its log needs, less than the rows of the test.
Result<db::Scratch> small_server() {
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  rlimit less = before;
  less.rlim_cur = 24UL << 20;
  setrlimit(RLIMIT_FSIZE, &less);
  auto started = db::Scratch::start({});
  setrlimit(RLIMIT_FSIZE, &before);
  return started;
}

TEST_F(Faults, AServerThatCannotWriteUndoesTheSegment) {
  auto server = small_server();
  ASSERT_TRUE(server.ok());
  const auto name = server->create_database();
  ASSERT_TRUE(name.ok());
  const std::string target = server->user_target(*name);
  migration("001_one.sql", "CREATE TABLE one (id integer, note text);");
  ASSERT_EQ(up(target).exit_code, 0);
  migration("002_two.sql", "INSERT INTO one SELECT g, repeat('x', 1000) FROM generate_series(1, 60000) g;");
  const auto failed = up(target);
  EXPECT_EQ(failed.exit_code, 1) << failed.err;
  EXPECT_TRUE(holds(failed.err, "could not"));
  EXPECT_TRUE(holds(failed.err, "nothing was changed"));
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.one"), "0");
  migration("002_two.sql", "INSERT INTO one SELECT g, 'short' FROM generate_series(1, 60) g;");
  const auto again = up(target);
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.one"), "60");
}

}  // namespace
}  // namespace trueup::cli
