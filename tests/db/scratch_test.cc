#include "db/scratch.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "db/connection.h"
#include "db/scratch_programs.h"

namespace trueup::db {
namespace {

namespace fs = std::filesystem;

std::string question(const std::string& target, const std::string& query) {
  Result<Connection> connection = Connection::open(target);
  if (!connection) return "no connection: " + connection.error().message;
  Result<Rows> rows = connection->run(query);
  return rows ? rows->text(0, 0) : "failed: " + rows.error().message;
}

/// The room a target's socket is in.
fs::path room_of(const std::string& target) {
  const std::size_t start = target.find("host='") + 6;
  return target.substr(start, target.find('\'', start) - start);
}

TEST(Scratch, MakesDatabasesAndIsGoneAfterwards) {
  fs::path room;
  {
    Result<Scratch> scratch = Scratch::start({});
    ASSERT_TRUE(scratch.ok()) << scratch.error().message;
    EXPECT_GE(scratch->server_version(), 130000);
    EXPECT_EQ(std::atoi(scratch->version_text().c_str()), scratch->server_version() / 10000);
    Result<std::string> database = scratch->create_database();
    ASSERT_TRUE(database.ok()) << database.error().message;
    room = room_of(scratch->user_target(*database));
    EXPECT_TRUE(fs::exists(room / "data"));
    EXPECT_EQ(fs::status(room).permissions(), fs::perms::owner_all);
    EXPECT_EQ(question(scratch->superuser_target(*database), "SHOW listen_addresses"), "");
    EXPECT_TRUE(scratch->drop_database(*database).ok());
    EXPECT_NE(question(scratch->user_target(*database), "SELECT 1").find("no connection"), std::string::npos);
  }
  EXPECT_FALSE(fs::exists(room));
}

TEST(Scratch, TheLoginIsNoSuperuserAndOwnsItsDatabases) {
  Result<Scratch> scratch = Scratch::start({});
  ASSERT_TRUE(scratch.ok()) << scratch.error().message;
  Result<std::string> database = scratch->create_database();
  ASSERT_TRUE(database.ok());
  const std::string target = scratch->user_target(*database);
  EXPECT_EQ(question(target, "SELECT current_user"), scratch->user());
  EXPECT_EQ(question(target, "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"), "f");
  EXPECT_EQ(question(target, "SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()"),
            "t");
  EXPECT_EQ(question(target, "CREATE TABLE public.t (a int); SELECT count(*) FROM public.t"), "0");
  EXPECT_NE(question(target, "COPY (SELECT 1) TO PROGRAM 'true'").find("failed"), std::string::npos);
  EXPECT_EQ(
      question(scratch->superuser_target(*database), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"),
      "t");
}

TEST(Scratch, CopiesADatabase) {
  Result<Scratch> scratch = Scratch::start({});
  ASSERT_TRUE(scratch.ok()) << scratch.error().message;
  Result<std::string> first = scratch->create_database();
  ASSERT_TRUE(first.ok());
  EXPECT_EQ(question(scratch->user_target(*first), "CREATE TABLE public.t AS SELECT 7 AS a; SELECT a FROM public.t"),
            "7");
  Result<std::string> second = scratch->create_database(*first);
  ASSERT_TRUE(second.ok()) << second.error().message;
  EXPECT_EQ(question(scratch->user_target(*second), "SELECT a FROM public.t"), "7");
}

/// Runs a process that starts a server and waits; gives its pid once its room is known.
struct Victim {
  pid_t pid = 0;
  fs::path room;
};

Victim start_victim() {
  int ends[2];
  EXPECT_EQ(pipe(ends), 0);
  const pid_t pid = fork();
  if (pid == 0) {
    close(ends[0]);
    Result<Scratch> scratch = Scratch::start({});
    const std::string room = scratch ? room_of(scratch->user_target("x")).string() : "";
    if (write(ends[1], room.data(), room.size()) < 0) _exit(1);
    close(ends[1]);
    for (;;) pause();
  }
  close(ends[1]);
  char room[256] = {};
  const ssize_t got = read(ends[0], room, sizeof room - 1);
  close(ends[0]);
  return {.pid = pid, .room = got > 0 ? fs::path(room) : fs::path()};
}

bool dies(pid_t pid) {
  for (int i = 0; i < 200; ++i) {
    if (kill(pid, 0) != 0) return true;
    usleep(10'000);
  }
  return false;
}

pid_t server_in(const fs::path& room) {
  pid_t pid = 0;
  std::ifstream(room / "data" / "postmaster.pid") >> pid;
  return pid;
}

TEST(Scratch, TermEndsTheServerAndRemovesItsRoom) {
  const Victim victim = start_victim();
  ASSERT_FALSE(victim.room.empty());
  const pid_t server = server_in(victim.room);
  ASSERT_GT(server, 0);
  kill(victim.pid, SIGTERM);
  int status = 0;
  waitpid(victim.pid, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
  EXPECT_TRUE(dies(server));
  EXPECT_FALSE(fs::exists(victim.room));
}

TEST(Scratch, TheNextStartClearsWhatAKilledRunLeft) {
  const Victim killed = start_victim();
  const Victim alive = start_victim();
  ASSERT_FALSE(killed.room.empty());
  ASSERT_FALSE(alive.room.empty());
  const pid_t server = server_in(killed.room);
  kill(killed.pid, SIGKILL);
  waitpid(killed.pid, nullptr, 0);
  EXPECT_TRUE(dies(server)) << "the server outlived the process that started it";
  // Any start on this machine may clear the room from now on, not just this one.
  Result<Scratch> next = Scratch::start({});
  ASSERT_TRUE(next.ok()) << next.error().message;
  EXPECT_FALSE(fs::exists(killed.room));
  EXPECT_TRUE(fs::exists(alive.room)) << "a live run was disturbed";
  EXPECT_EQ(kill(server_in(alive.room), 0), 0);
  kill(alive.pid, SIGTERM);
  waitpid(alive.pid, nullptr, 0);
}

/// An empty cache directory for one test.
class EmptyCache {
 public:
  EmptyCache() {
    std::string path = "/tmp/trueup_test_XXXXXX";
    path_ = mkdtemp(path.data());
    setenv("XDG_CACHE_HOME", path_.c_str(), 1);
  }
  ~EmptyCache() {
    unsetenv("XDG_CACHE_HOME");
    fs::remove_all(path_);
  }
  [[nodiscard]] fs::path entries() const { return path_ / "trueup" / "scratch"; }

 private:
  fs::path path_;
};

TEST(Scratch, TwoFirstRunsDoNotRace) {
  const EmptyCache cache;
  pid_t runs[2];
  for (pid_t& run : runs) {
    run = fork();
    if (run != 0) continue;
    Result<Scratch> scratch = Scratch::start({});
    const bool works = scratch && scratch->create_database().ok();
    if (!works) fprintf(stderr, "%s\n", scratch ? "no database" : scratch.error().message.c_str());
    { Result<Scratch> ended = std::move(scratch); }
    _exit(works ? 0 : 1);
  }
  for (const pid_t run : runs) {
    int status = 0;
    waitpid(run, &status, 0);
    EXPECT_EQ(status, 0);
  }
  std::vector<fs::path> entries;
  for (const fs::directory_entry& entry : fs::directory_iterator(cache.entries())) entries.push_back(entry.path());
  ASSERT_EQ(entries.size(), 1u);
  EXPECT_TRUE(fs::exists(entries[0] / "data" / "PG_VERSION"));
}

TEST(Scratch, ADamagedCacheIsMadeAgain) {
  const EmptyCache cache;
  ASSERT_TRUE(Scratch::start({}).ok());
  for (const fs::directory_entry& entry : fs::directory_iterator(cache.entries()))
    fs::resize_file(entry.path() / "data" / "global" / "pg_control", 0);
  Result<Scratch> again = Scratch::start({});
  ASSERT_TRUE(again.ok()) << again.error().message;
  EXPECT_TRUE(again->create_database().ok());
}

TEST(Scratch, IsReadyInTime) {
  double load = 0;
  if (getloadavg(&load, 1) == 1 && load > 2.0 * static_cast<double>(sysconf(_SC_NPROCESSORS_ONLN)))
    GTEST_SKIP() << "the machine is busy: load " << load;
  const EmptyCache cache;
  ASSERT_TRUE(Scratch::start({}).ok());  // warms it
  auto best = std::chrono::milliseconds::max();
  for (int i = 0; i < 10; ++i) {
    const auto start = std::chrono::steady_clock::now();
    Result<Scratch> scratch = Scratch::start({});
    ASSERT_TRUE(scratch.ok());
    best =
        std::min(best, std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start));
  }
  RecordProperty("ready_ms", static_cast<int>(best.count()));
  EXPECT_LT(best.count(), 300);
}

TEST(Scratch, MakesDatabasesOnAGivenServerAndDropsThem) {
  Result<Scratch> server = Scratch::start({});
  ASSERT_TRUE(server.ok());
  Result<std::string> home = server->create_database();
  Result<std::string> template0 = server->create_database();
  ASSERT_TRUE(home.ok() && template0.ok());
  const std::string url = server->superuser_target(*home);
  (void)question(url, "ALTER DATABASE " + *template0 + " RENAME TO template0");
  const std::string count =
      "SELECT (SELECT count(*) FROM pg_database) + (SELECT count(*) FROM pg_roles WHERE rolname LIKE 'trueup%')";
  const std::string before = question(url, count);
  // What a crashed run of a process that is gone would have left.
  (void)question(url, "CREATE ROLE trueup_scratch_4000000_user");
  (void)question(url, "CREATE DATABASE trueup_scratch_4000000_1 TEMPLATE template0");
  {
    Result<Scratch> given = Scratch::start({.pg_bin = {}, .url = url});
    ASSERT_TRUE(given.ok()) << given.error().message;
    EXPECT_EQ(question(url, "SELECT count(*) FROM pg_database WHERE datname LIKE 'trueup_scratch_4000000%'"), "0");
    Result<std::string> made = given->create_database();
    ASSERT_TRUE(made.ok()) << made.error().message;
    const std::string target = given->user_target(*made);
    EXPECT_EQ(question(target, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"), "f");
    EXPECT_EQ(question(target, "CREATE TABLE public.t (a int); SELECT current_database()"), *made);
  }
  EXPECT_EQ(question(url, count), before);
}

TEST(Scratch, SaysWhatToDoWithoutPrograms) {
  Result<Scratch> scratch = Scratch::start({.pg_bin = "/nowhere"});
  ASSERT_FALSE(scratch.ok());
  EXPECT_NE(scratch.error().message.find("/nowhere"), std::string::npos);
  EXPECT_NE(scratch.error().hint.find("--scratch-url"), std::string::npos);
}

TEST(ScratchPrograms, PrefersTheSameThenTheLowestNewerThenTheNewestOlder) {
  const std::vector<Programs> all = {{"a", 13}, {"b", 15}, {"c", 17}, {"d", 18}};
  EXPECT_EQ(choose(all, 15).major, 15);
  EXPECT_EQ(choose(all, 16).major, 17);
  EXPECT_EQ(choose(all, 19).major, 18);
  EXPECT_EQ(choose(all, 12).major, 13);
  EXPECT_EQ(choose(all, 0).major, 13);
}

}  // namespace
}  // namespace trueup::db
