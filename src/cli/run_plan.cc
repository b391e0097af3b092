#include "cli/run_plan.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "base/printable.h"
#include "cli/interrupt.h"

namespace trueup::cli {

namespace {

constexpr long long lock_key = 0x747275657570;  // "trueup"
constexpr auto lock_patience = std::chrono::seconds(5);
constexpr auto lock_pause = std::chrono::milliseconds(200);

std::string first_line(const std::string& sql) {
  const auto end = sql.find('\n');
  return printable(sql.substr(0, end)) + (end == std::string::npos ? "" : " …");
}

/// Runs the steps of one plan and keeps count.
class Run {
 public:
  Run(db::Connection& connection, const plan::Plan& plan, double lock_timeout, const Console& console)
      : connection_(connection), total_(plan.size()), lock_timeout_(lock_timeout), console_(console) {}

  Result<void> segment(const plan::Segment& segment) {
    if (!segment.transactional) return outside(segment);
    if (auto begun = command("BEGIN"); !begun) return begun;
    if (auto set = command(fmt::format("SET LOCAL lock_timeout = '{}ms'", long(lock_timeout_ * 1000))); !set)
      return set;
    const std::size_t before = done_;
    for (const plan::Step& step : segment.steps) {
      if (auto ran = statement(step); !ran) {
        (void)connection_.run("ROLLBACK");
        return failed(step, ran.error(), done_ - before, before);
      }
    }
    if (auto committed = command("COMMIT"); !committed)
      return failed(segment.steps.back(), committed.error(), done_ - before, before);
    return {};
  }

 private:
  Result<void> command(const std::string& sql) {
    const auto done = connection_.run(sql);
    if (!done) return done.error();
    return {};
  }

  Result<void> outside(const plan::Segment& segment) {
    if (auto set = command(fmt::format("SET lock_timeout = '{}ms'", long(lock_timeout_ * 1000))); !set) return set;
    for (const plan::Step& step : segment.steps)
      if (auto ran = statement(step); !ran) return failed(step, ran.error(), 0, done_);
    return {};
  }

  Result<void> statement(const plan::Step& step) {
    if (InterruptGuard::interrupted()) return Error{.message = "interrupted", .hint = {}};
    console_.say(fmt::format("  {}/{}  {}", done_ + 1, total_, first_line(ddl::shown(step.statement))));
    // An extension whose schema nobody states goes where the session creates things: to public, as in any other client.
    const bool extension = step.subject.kind == Kind::extension && step.change == diff::Change::create;
    if (extension)
      if (auto set = command("SET search_path = public"); !set) return set;
    auto ran = command(step.statement.sql);
    if (ran && extension) ran = command("SET search_path = ''");
    if (ran) ++done_;
    return ran;
  }

  /// `rolled_back` statements of this segment had run before the one that failed, and `kept` in earlier ones.
  Error failed(const plan::Step& step, const Error& why, std::size_t rolled_back, std::size_t kept) const {
    std::string state =
        kept == 0 ? "nothing was changed" : fmt::format("{} of {} statements are applied", kept, total_);
    if (rolled_back != 0)
      state += fmt::format("; {} of this segment {} rolled back", rolled_back, rolled_back == 1 ? "was" : "were");
    std::string hint = why.hint.empty() ? "" : why.hint + "\n        ";
    hint += kept == 0 ? "" : "planning again starts from what is there now";
    if (why.message.find("lock timeout") != std::string::npos)
      hint += "another session holds the lock: try again later, or wait longer with --lock-timeout";
    return {.message = fmt::format("{}\n  at: {}\n  {}", why.message, first_line(ddl::shown(step.statement)), state),
            .hint = std::move(hint),
            .code = ExitCode::error};
  }

  db::Connection& connection_;
  std::size_t total_;
  std::size_t done_ = 0;
  double lock_timeout_;
  const Console& console_;
};

}  // namespace

Result<void> take_lock(db::Connection& connection, const Console& console) {
  const auto give_up = std::chrono::steady_clock::now() + lock_patience;
  for (bool told = false;; told = true) {
    const auto rows = connection.run(fmt::format("SELECT pg_catalog.pg_try_advisory_lock({})", lock_key));
    if (!rows) return rows.error();
    if (rows->boolean(0, 0)) return {};
    if (std::chrono::steady_clock::now() >= give_up)
      return Error{.message = "another run of trueup holds the lock on this database",
                   .hint = "wait for it to end; it shows in pg_locks as an advisory lock",
                   .code = ExitCode::conflict};
    if (!told) console.say("waiting for another run of trueup to end …");
    std::this_thread::sleep_for(lock_pause);
  }
}

Result<void> run_plan(db::Connection& connection, const plan::Plan& plan, double lock_timeout, const Console& console) {
  const InterruptGuard guard(connection);
  Run run(connection, plan, lock_timeout, console);
  for (const plan::Segment& segment : plan.segments)
    if (auto ran = run.segment(segment); !ran) return ran;
  return {};
}

}  // namespace trueup::cli
