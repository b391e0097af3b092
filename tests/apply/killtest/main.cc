// Kills runs of trueup, and crashes the server under them, at every statement that they send, and goes on with
// --resume: what comes out must be what an undisturbed run makes. See scripts/killtest.
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>

#include "apply/killtest/gate.h"
#include "apply/killtest/plans.h"
#include "apply/killtest/server.h"
#include "canonical/canonicalise.h"
#include "db/connection.h"
#include "diff/fingerprint.h"
#include "introspect/read.h"

namespace trueup::killtest {

namespace fs = std::filesystem;

namespace {

struct Options {
  bool fast = false;  ///< a few statements of each plan instead of all
  std::string only;   ///< part of a plan's name
  bool verbose = false;
};

/// Runs programs in a folder of its own and keeps what they say.
class Folder {
 public:
  Folder() {
    std::string pattern = "/tmp/trueup_killtest_XXXXXX";
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories(fs::path(path_ + "/" + name).parent_path());
    std::ofstream(path_ + "/" + name) << text;
  }
  [[nodiscard]] std::string said() const {
    std::ifstream stream(path_ + "/said");
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  [[nodiscard]] pid_t start(const std::vector<std::string>& arguments) const {
    const pid_t child = fork();
    if (child != 0) return child;
    if (chdir(path_.c_str()) != 0) _exit(127);
    const int said = open("said", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    dup2(said, 1);
    dup2(said, 2);
    std::vector<char*> argv;
    const char* named = std::getenv("TRUEUP");  // a copy, so that building goes on beside a long run
    const char* program = named ? named : TRUEUP_BINARY;
    argv.push_back(const_cast<char*>(program));
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    execv(program, argv.data());
    _exit(127);
  }
  [[nodiscard]] int run(const std::vector<std::string>& arguments) const {
    int status = 0;
    waitpid(start(arguments), &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }

 private:
  std::string path_;
};

/// One plan, its template database, and the state that it leads to.
class Trial {
 public:
  Trial(Server& server, const Plan& plan, const Options& options)
      : server_(server), plan_(plan), options_(options), template_("template_" + name_of(plan)) {
    folder_.write("migrations/001_start.sql",
                  "-- Schema Change: Up\n" + std::string(start_sql) + "\n-- Schema Change: Down\n");
    for (const auto& [name, text] : plan.files)
      folder_.write(plan.command == Plan::Command::apply ? name : "migrations/" + name, text);
  }

  /// Every statement, both moments and what else there is, with the program killed (`crash` false) or the server.
  void run() {
    make_template();
    make("undisturbed");
    const std::vector<std::string> statements = statements_of_undisturbed();
    expected_ = state_of("undisturbed");
    for (;
         plan_.name != "one-transaction" && statements[first_ - 1].find("INSERT INTO trueup.run") == std::string::npos;)
      ++first_;
    drop("undisturbed");
    for (const bool crash : {false, true})
      for (std::size_t at = 1; at <= statements.size(); ++at) {
        if (!is_chosen(at, statements.size(), statements[at - 1], crash)) continue;
        const bool held = waits(statements[at - 1]);
        if (!options_.fast) strike(at, Moment::during, crash);
        if (!options_.fast || !held) strike(at, Moment::after, crash);
        if (held) strike(at, Moment::held, crash);
      }
    drop(template_);
  }

  std::size_t passed = 0, failed = 0;

 private:
  static std::string name_of(const Plan& plan) {
    std::string name = plan.name;
    for (char& c : name)
      if (c == '-') c = '_';
    return name;
  }

  static bool waits(const std::string& sql) {
    return sql.find("CONCURRENTLY") != std::string::npos && sql.find("trueup.") == std::string::npos &&
           sql.find("MATERIALIZED") == std::string::npos;
  }

  /// What comes before the run's beginning is the same for all, and one plan is enough for it. In the fast run: what
  /// runs outside transactions, and one or two others.
  [[nodiscard]] bool is_chosen(std::size_t at, std::size_t count, const std::string& sql, bool crash) const {
    if (!options_.fast) return at >= first_;
    if (crash) return plan_.name.size() % 3 == 0 && at == 1 + (plan_.name.size() * 7) % count;
    return waits(sql) || at == 1 + (plan_.name.size() * 5) % count;
  }

  std::vector<std::string> command(const std::string& target, bool resume) const {
    std::vector<std::string> arguments;
    switch (plan_.command) {
      case Plan::Command::up:
        arguments = {"migrate", "up", "--from", target};
        break;
      case Plan::Command::down:
        arguments = {"migrate", "down", "--from", target, "--yes", "--to", "1"};
        break;
      case Plan::Command::apply:
        arguments = {"apply", "--from",     target,         "--to",    "desired.sql",
                     "--yes", "--no-proof", "--no-scratch", "--allow", "all"};
        break;
    }
    if (resume) arguments.emplace_back("--resume");
    return arguments;
  }

  void admin(const std::string& sql) const {
    auto connection = db::Connection::open(server_.target("template1"));
    const auto done = connection ? connection->run(sql) : Result<db::Rows>(connection.error());
    if (done) return;
    fmt::print(stderr, "killtest: {}: {}\n", sql, done.error().message);
    std::exit(1);
  }
  void make(const std::string& name) const { admin("CREATE DATABASE " + name + " TEMPLATE " + template_); }
  void drop(const std::string& name) const { admin("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"); }

  void make_template() {
    admin("CREATE DATABASE " + template_ + " TEMPLATE template1");
    const std::string target = server_.target(template_);
    if (plan_.command == Plan::Command::apply) {
      auto connection = db::Connection::open(target);
      if (!connection || !connection->run(std::string("SET search_path = public;") + start_sql)) std::exit(1);
      return;
    }
    std::vector<std::string> arguments = {"migrate", "up", "--from", target};
    if (plan_.command == Plan::Command::up) arguments.insert(arguments.end(), {"--to", "1"});
    if (folder_.run(arguments) == 0) return;
    fmt::print(stderr, "killtest: {} cannot begin: {}\n", plan_.name, folder_.said());
    std::exit(1);
  }

  std::vector<std::string> statements_of_undisturbed() {
    Gate gate({.server = server_.socket(), .before = {}, .strike = {}});
    const int code = folder_.run(command(Server::target(gate.directory(), "undisturbed"), false));
    auto statements = gate.finish();
    if (code == 0) return statements;
    fmt::print(stderr, "killtest: {} fails undisturbed: {}\n", plan_.name, folder_.said());
    std::exit(1);
  }

  /// Schema, rows, what is half done, and what the history says.
  [[nodiscard]] std::string state_of(const std::string& database) const {
    auto connection = db::Connection::open(server_.target(database));
    if (!connection) return "no connection: " + connection.error().message;
    auto catalog = introspect::read(*connection);
    if (!catalog) return "cannot read: " + catalog.error().message;
    canonical::canonicalise(*catalog);
    std::string state = diff::fingerprint(*catalog) + "\n";
    const auto add = [&](const std::string& sql) {
      const auto rows = connection->run(sql);
      state += (!rows ? rows.error().message : rows->empty() ? "" : rows->text(0, 0)) + "\n";
    };
    for (const auto& [id, object] : catalog->objects)
      if (id.kind == Kind::table && id.schema == "public")
        add(
            fmt::format("SELECT '{0}: ' || count(*) || ' ' || coalesce(md5(string_agg(r::text, ',' ORDER BY r::text)), "
                        "'') FROM public.{0} r",
                        id.name));
    add("SELECT 'invalid: ' || count(*) FROM pg_catalog.pg_index WHERE NOT (indisvalid AND indisready AND indislive) "
        "AND "
        "NOT EXISTS (SELECT 1 FROM pg_catalog.pg_class c WHERE c.oid = indexrelid AND c.relkind = 'I')");
    add("SELECT 'indexes: ' || string_agg(indexrelid::regclass::text, ' ' ORDER BY indexrelid::regclass::text) FROM "
        "pg_catalog.pg_index JOIN pg_catalog.pg_class c ON c.oid = indrelid WHERE c.relnamespace = "
        "'public'::regnamespace");
    add("SELECT 'detaching: ' || count(*) FROM pg_catalog.pg_inherits WHERE inhdetachpending");
    add("SELECT 'open: ' || count(*) FROM trueup.journal WHERE event = 'intent'");
    add("SELECT 'last run: ' || outcome FROM trueup.run ORDER BY id DESC LIMIT 1");
    add("SELECT 'history: ' || string_agg(version || ' ' || outcome, ', ' ORDER BY id) FROM trueup.history");
    return state;
  }

  /// A session that holds `plan.blocked`, so that a concurrent statement waits for its end.
  std::optional<db::Connection> hold(const std::string& database) const {
    auto connection = db::Connection::open(server_.target(database));
    if (!connection) return std::nullopt;
    if (!connection->run("BEGIN; LOCK TABLE " + plan_.blocked + " IN ROW EXCLUSIVE MODE")) return std::nullopt;
    return std::move(*connection);
  }

  /// Until somebody waits for the holder, or clearly nobody does.
  void wait_until_held(const std::string& database) const {
    auto connection = db::Connection::open(server_.target("template1"));
    for (int i = 0; connection && i < 100; ++i, usleep(5000)) {
      const auto rows = connection->run(fmt::format(
          "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE datname = '{}' AND wait_event_type = 'Lock'", database));
      if (rows && !rows->empty()) return;
    }
  }

  void strike(std::size_t at, Moment moment, bool crash) {
    const std::string database = "disturbed";
    make(database);
    std::optional<db::Connection> holder;
    pid_t child = 0;
    std::string struck_at;
    {
      Gate gate({.server = server_.socket(),
                 .strike_at = at,
                 .moment = moment,
                 .before =
                     [&](const std::string& sql) {
                       struck_at = sql;
                       if (moment == Moment::held) holder = hold(database);
                     },
                 .strike =
                     [&] {
                       if (moment == Moment::held) wait_until_held(database);
                       if (crash)
                         server_.crash();
                       else
                         kill(child, SIGKILL);
                     }});
      child = folder_.start(command(Server::target(gate.directory(), database), false));
      int status = 0;
      waitpid(child, &status, 0);
      (void)gate.finish();
    }
    // Every second time the server has to end the statement while it still waits; else the statement may come to its
    // end.
    if (holder && !crash && at % 2 == 0) usleep(1500000);
    holder.reset();
    if (crash) server_.start();
    go_on(database, fmt::format("{}: {} {} statement {} ({})", plan_.name, crash ? "server crashed" : "killed",
                                moment == Moment::after  ? "after"
                                : moment == Moment::held ? "in held"
                                                         : "in",
                                at, struck_at.substr(0, struck_at.find('\n')).substr(0, 100)));
    drop(database);
  }

  void go_on(const std::string& database, const std::string& what) {
    const std::string target = server_.target(database);
    int code = folder_.run(command(target, true));
    std::string said = folder_.said();
    if (code == 4 && said.find("--unclear again") != std::string::npos) {
      auto arguments = command(target, true);
      arguments.insert(arguments.end(), {"--unclear", "again"});
      code = folder_.run(arguments);
      said += folder_.said();
    }
    const std::string state = state_of(database);
    const bool right = code == 0 && state == expected_;
    (right ? passed : failed) += 1;
    if (right && options_.verbose) fmt::print("ok    {}\n", what);
    if (!right)
      fmt::print("FAILED {}\n  exit code {}\n{}\n  expected:\n{}\n  found:\n{}\n", what, code, said, expected_, state);
    std::fflush(stdout);
  }

  Server& server_;
  const Plan& plan_;
  const Options& options_;
  std::string template_;
  Folder folder_;
  std::string expected_;
  std::size_t first_ = 1;  ///< the first statement that is struck at
};

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--fast") == 0)
      options.fast = true;
    else if (std::strcmp(argv[i], "--verbose") == 0)
      options.verbose = true;
    else
      options.only = argv[i];
  }
  return options;
}

}  // namespace

static int run(int argc, char** argv) {
  const Options options = read_options(argc, argv);
  unsetenv("DATABASE_URL");
  Server server;
  {
    auto connection = db::Connection::open(server.target("template1"));
    if (!connection || !connection->run("CREATE ROLE killtest_owner; GRANT CREATE ON SCHEMA public TO killtest_owner"))
      return 1;
  }
  std::size_t passed = 0, failed = 0, plans = 0;
  for (const Plan& plan : all_plans()) {
    if (plan.name.find(options.only) == std::string::npos) continue;
    const auto began = std::chrono::steady_clock::now();
    Trial trial(server, plan, options);
    trial.run();
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - began;
    fmt::print("{:<24} {} passed, {} failed  ({:.1f} s)\n", plan.name, trial.passed, trial.failed, took.count());
    std::fflush(stdout);
    passed += trial.passed;
    failed += trial.failed;
    ++plans;
  }
  fmt::print("{} plans: {} passed, {} failed\n", plans, passed, failed);
  return failed == 0 && passed != 0 ? 0 : 1;
}

}  // namespace trueup::killtest

int main(int argc, char** argv) { return trueup::killtest::run(argc, argv); }
