#include "apply/executor.h"

#include <fmt/format.h>

#include "apply/backoff.h"
#include "apply/failure.h"
#include "apply/interrupt.h"
#include "apply/nature.h"
#include "apply/recover.h"

namespace trueup::apply {

namespace {

long milliseconds(double seconds) { return static_cast<long>(seconds * 1000); }

/// Runs the statements of one job and keeps count.
class Executor {
 public:
  Executor(db::Connection& connection, const Lock& lock, const Job& job, const Options& options, const Talk& talk)
      : connection_(connection), lock_(lock), job_(job), options_(options), talk_(talk), total_(job.size()) {}

  Result<void> from_start() {
    auto run = begin_run(connection_, job_, options_.tool);
    if (!run) return run.error();
    run_ = *run;
    return to_end();
  }

  Result<void> from(const Run& run) {
    run_ = run.id;
    kept_ = run.done;
    if (run.open)
      if (auto settled = settle(*run.open); !settled) return settled;
    return to_end();
  }

  /// The session as the job wants it; for one that goes on, with the settings that its statements made.
  Result<void> prepare(std::size_t done) {
    if (auto reset = connection_.reset(); !reset) return reset;
    if (auto set = command("SET search_path = " + job_.search_path); !set) return set;
    // A killed program's statement then ends soon, and with it the lock. Not every platform has it.
    if (connection_.server_version() >= 140000) (void)command("SET client_connection_check_interval = '1s'");
    std::size_t position = 0;
    for (const Segment& segment : job_.segments)
      for (const Statement& statement : segment.statements)
        if (position++ < done && read(statement.sql).nature == Nature::setting)
          if (auto set = command(statement.sql); !set) return set;
    return {};
  }

 private:
  Result<void> command(const std::string& sql) {
    const auto done = connection_.run(sql);
    if (!done) return done.error();
    return {};
  }

  Result<void> to_end() {
    std::size_t first = 0;  // of the segment's statements, before it
    for (std::size_t i = 0; i < job_.segments.size(); ++i) {
      const Segment& segment = job_.segments[i];
      const std::size_t behind = first + segment.statements.size();
      const bool last = i + 1 == job_.segments.size();
      if (kept_ < behind) {
        auto ran = segment.transactional ? transactional(segment, first, last) : outside(segment, first);
        if (!ran) return ran;
      }
      first = behind;
    }
    if (ended_) return {};
    return noted(run_done(run_, job_, options_.tool));
  }

  // ── Transactions ──

  /// Begins one in which our own backend provably holds the lock.
  Result<void> begin() {
    const auto held = connection_.run(
        fmt::format("BEGIN; SET LOCAL lock_timeout = {}; SET LOCAL statement_timeout = {}; {}",
                    milliseconds(options_.lock_timeout), milliseconds(options_.statement_timeout), lock_.query()));
    if (!held) return held.error();
    if (!held->boolean(0, 0)) return Lock::lost();
    return {};
  }

  /// `first` statements come before the segment. The last one's transaction also writes the run's end.
  Result<void> transactional(const Segment& segment, std::size_t first, bool last) {
    const std::string end = last ? run_done(run_, job_, options_.tool) : "";
    auto ran = with_retries([&] { return transaction(segment.statements, first, end); });
    if (ran && last) ended_ = true;
    return ran;
  }

  /// Runs `statements` in one transaction with their rows, and `sql` behind them.
  Result<void> transaction(const std::vector<Statement>& statements, std::size_t first, const std::string& sql) {
    std::size_t done = 0;
    const auto attempt = [&]() -> Result<void> {
      if (auto begun = begin(); !begun) return begun;
      for (; done < statements.size(); ++done)
        if (auto ran = statement(statements[done], first + done); !ran) return ran;
      if (auto noted = command("SET LOCAL ROLE NONE; " + rows_done(run_, first + 1, statements) + " " + sql); !noted)
        return noted;
      return command("COMMIT");
    };
    auto ran = attempt();
    if (ran) {
      kept_ = first + statements.size();
      return ran;
    }
    const Statement& at = statements[std::min(done, statements.size() - 1)];
    cause_ = cause_of(connection_);
    if (!cause_.lost) (void)command("ROLLBACK");
    return failure(cause_, at, ran.error(), {.total = total_, .kept = kept_, .rolled_back = done});
  }

  /// Tries again what did not get its lock.
  template <class Once>
  Result<void> with_retries(const Once& once) {
    for (int next = 2;; ++next) {
      cause_ = {};
      auto ran = once();
      if (ran) return ran;
      if (!cause_.locked || cause_.lost || InterruptGuard::interrupted() || next > options_.attempts)
        return given_up(ran.error());
      const double pause = pause_before(next, options_.lock_timeout);
      talk_(
          fmt::format("  another session holds a lock; attempt {} of {} in {:.1f} s", next, options_.attempts, pause));
      wait_seconds(pause);
    }
  }

  /// Writes down why the run ends here, as far as that can still be done.
  Result<void> given_up(const Error& why) {
    if (!connection_.lost()) (void)fail_run(connection_, run_, why.message);
    return why;
  }

  Result<void> statement(const Statement& statement, std::size_t before) {
    if (InterruptGuard::interrupted()) return Error{.message = "interrupted", .hint = {}};
    talk_(fmt::format("  {}/{}  {}", before + 1, total_, line_of(statement)));
    // An extension whose schema nobody states goes where the session creates things: to public, as in any other client.
    if (statement.in_public)
      if (auto set = command("SET search_path = public"); !set) return set;
    auto ran = command(statement.sql);
    if (ran && statement.in_public) ran = command("SET search_path = " + job_.search_path);
    return ran;
  }

  // ── Outside transactions ──

  Result<void> outside(const Segment& segment, std::size_t first) {
    for (std::size_t i = 0; i < segment.statements.size(); ++i) {
      if (first + i < kept_) continue;
      const Statement& one = segment.statements[i];
      Reading reading = read(one.sql);
      if (!runs_outside(reading.nature)) {
        auto ran = with_retries([&] { return transaction({one}, first + i, ""); });
        if (ran) continue;
        if (cause_.sqlstate != "25001") return ran;  // "cannot run inside a transaction block"
        reading.nature = Nature::unclear;
      }
      instead_.reset();
      const auto once = [&] { return unguarded(one, reading, first + i, instead_.value_or(one.sql)); };
      if (auto ran = with_retries(once); !ran) return ran;
    }
    return {};
  }

  Result<void> noted(const std::string& sql) {
    auto ran = note(connection_, sql);
    if (ran) return ran;
    Error error = ran.error();
    if (connection_.lost()) error.code = ExitCode::conflict;
    error.hint = "--resume goes on from what the journal says";
    return error;
  }

  /// Runs `sql` for `statement` outside any transaction, with an intent before and the outcome after it.
  Result<void> unguarded(const Statement& one, const Reading& reading, std::size_t position, const std::string& sql) {
    const auto failed = [&](const Error& why, bool open) -> Result<void> {
      cause_ = cause_of(connection_);
      return failure(cause_, one, why, {.total = total_, .kept = kept_, .open = open});
    };
    if (InterruptGuard::interrupted()) return failed({.message = "interrupted", .hint = {}}, false);
    if (auto held = lock_.check(connection_); !held) return failed(held.error(), false);
    if (auto set = timeouts(waits_harmlessly(reading, sql)); !set) return failed(set.error(), false);
    auto remains = leftovers(connection_, reading);
    if (!remains) return failed(remains.error(), false);
    if (auto cleared = clear(*remains); !cleared) return failed(cleared.error(), false);
    auto known = before(connection_, reading);
    if (!known) return failed(known.error(), false);
    if (auto intent = noted(row_intent(run_, position + 1, one, *known)); !intent) return failed(intent.error(), false);
    talk_(fmt::format("  {}/{}  {}", position + 1, total_, line_of(one)));
    if (auto ran = command(sql); !ran) return after_failure(one, reading, position, *known, ran.error());
    if (auto done = noted(intent_done(run_, position + 1)); !done) return failed(done.error(), true);
    kept_ = position + 1;
    return {};
  }

  Result<void> timeouts(bool harmless) {
    return command(fmt::format("SET lock_timeout = {}; SET statement_timeout = {}",
                               harmless ? 0 : milliseconds(options_.lock_timeout),
                               milliseconds(options_.statement_timeout)));
  }

  Result<void> clear(const std::vector<std::string>& remains) {
    for (const std::string& sql : remains) {
      talk_("  left behind by an earlier attempt: " + sql);
      if (auto cleared = command(sql); !cleared) return cleared;
    }
    return {};
  }

  /// The server said why: what the statement left is taken away, or finished by the next attempt where that is the only
  /// way.
  Result<void> after_failure(const Statement& one, const Reading& reading, std::size_t position,
                             const std::string& known, const Error& why) {
    const Cause cause = cause_of(connection_);
    bool open = true;
    if (!cause.lost && !InterruptGuard::interrupted()) {
      const auto finding = look(connection_, reading, known);
      if (finding && finding->instead)
        instead_ = finding->instead;
      else if (finding && clear(finding->remains))
        open = !noted(intent_undone(run_, position + 1));
    }
    cause_ = cause;
    return failure(cause, one, why, {.total = total_, .kept = kept_, .open = open});
  }

  // ── Going on ──

  /// Finds out what became of the statement whose end nobody saw.
  Result<void> settle(const Run::Open& open) {
    const Statement* one = statement_at(open.position);
    if (!one) return Error{.message = "the journal names a statement that the run does not have", .hint = {}};
    Reading reading = read(one->sql);
    if (!runs_outside(reading.nature)) reading.nature = Nature::unclear;
    auto finding = look(connection_, reading, open.known);
    if (!finding) return finding.error();
    if (finding->state == Finding::State::unclear) {
      if (options_.unclear == Unclear::stop) return unclear(open, *finding);
      finding->state = options_.unclear == Unclear::done ? Finding::State::done : Finding::State::undone;
    }
    if (auto set = timeouts(true); !set) return set;
    if (auto cleared = clear(finding->remains); !cleared) return cleared;
    if (finding->state == Finding::State::done) {
      talk_(fmt::format("  {}/{}  was done: {}", open.position, total_, line_of(*one)));
      if (auto done = noted(intent_done(run_, open.position)); !done) return done;
      kept_ = open.position;
      return {};
    }
    if (!finding->instead) return noted(intent_undone(run_, open.position));
    instead_ = finding->instead;
    return with_retries([&] { return unguarded(*one, reading, open.position - 1, *instead_); });
  }

  static Result<void> unclear(const Run::Open& open, const Finding& finding) {
    return Error{
        .message = fmt::format("statement {} was begun outside a transaction, and its end is not known: {}\n  {}",
                               open.position, open.statement, finding.check),
        .hint = "then --resume --unclear done goes on behind it, --resume --unclear again runs it again",
        .code = ExitCode::conflict};
  }

  const Statement* statement_at(std::size_t position) const {
    for (const Segment& segment : job_.segments)
      for (const Statement& statement : segment.statements)
        if (--position == 0) return &statement;
    return nullptr;
  }

  db::Connection& connection_;
  const Lock& lock_;
  const Job& job_;
  const Options& options_;
  const Talk& talk_;
  std::size_t total_;
  std::size_t kept_ = 0;
  long long run_ = 0;
  bool ended_ = false;                  ///< the run's end is written
  Cause cause_;                         ///< of what failed last
  std::optional<std::string> instead_;  ///< what finishes the statement that failed last, in its place
};

}  // namespace

/// Takes the settings of a job's statements back, the role they took on among them: whoever asks the journal next does
/// so as the role that logged in.
static Result<void> leave(db::Connection& connection, Result<void> ended) {
  if (connection.lost()) return ended;
  auto reset = connection.reset();
  return ended ? reset : ended;
}

Result<void> execute(db::Connection& connection, const Lock& lock, const Job& job, const Options& options,
                     const Talk& talk) {
  if (auto allowed = refuse_transaction_control(job); !allowed) return allowed;
  Executor executor(connection, lock, job, options, talk);
  if (auto prepared = executor.prepare(0); !prepared) return prepared;
  return leave(connection, executor.from_start());
}

Result<void> resume(db::Connection& connection, const Lock& lock, const Job& job, const Run& run,
                    const Options& options, const Talk& talk) {
  if (digest(job) != run.digest)
    return Error{.message = fmt::format("{} is not what it was when it was begun at {} UTC: its statements changed "
                                        "since",
                                        run.name, run.started),
                 .hint = "put its file back as it was; or `trueup migrate repair` gives that run up, with what it did",
                 .code = ExitCode::error};
  talk(fmt::format("going on with {}, begun at {} UTC: {} of {} statements were done", run.name, run.started, run.done,
                   run.size));
  Executor executor(connection, lock, job, options, talk);
  if (auto prepared = executor.prepare(run.done); !prepared) return leave(connection, prepared);
  return leave(connection, executor.from(run));
}

Result<void> clear_up(db::Connection& connection, const Run& run, const Talk& talk) {
  if (run.open) {
    auto finding = look(connection, read(run.open->statement), run.open->known);
    if (!finding) return finding.error();
    if (finding->instead) finding->remains.push_back(*finding->instead);
    for (const std::string& sql : finding->remains) {
      talk("left behind by an earlier run: " + sql);
      if (const auto ran = connection.run(sql); !ran) return ran.error();
    }
  }
  return give_up(connection, run.id);
}

}  // namespace trueup::apply
