#pragma once

#include <optional>
#include <string>
#include <vector>

#include "apply/job.h"
#include "base/result.h"
#include "db/connection.h"

namespace trueup::apply {

// What runs leave behind in schema trueup of the database: see docs/migrate.md, "What is kept in the database".

/// A run that the journal knows and that did not come to its end.
struct Run {
  long long id = 0;
  std::string name;
  std::string digest;
  std::optional<Entry> entry;
  std::optional<std::string> plan;  ///< the job as to_json() wrote it; nullopt where it was not kept
  std::size_t size = 0;             ///< number of its statements
  std::size_t done = 0;             ///< of them, those that are done
  std::string error;                ///< what ended it; "" where nobody could say
  std::string started;              ///< when, in UTC
  /// The statement that was begun outside a transaction and whose end is not known.
  struct Open {
    std::size_t position = 0;  ///< from 1
    std::string statement;     ///< as shown
    std::string known;         ///< see before()
  };
  std::optional<Open> open;

  /// Whether something of it is in the database.
  [[nodiscard]] bool left_something() const { return done != 0 || open.has_value(); }
};

/// Makes schema trueup with its tables where they are missing, for the connected role alone. Gives whether something
/// had to be made.
[[nodiscard]] Result<bool> make_journal(db::Connection& connection);

/// The latest run, unless it came to its end or was given up. nullopt as well where there is no journal.
[[nodiscard]] Result<std::optional<Run>> unfinished(db::Connection& connection);

/// Writes that a run begins; gives its number.
[[nodiscard]] Result<long long> begin_run(db::Connection& connection, const Job& job, const std::string& tool);

/// Writes why a run ended before its end. What is in the journal of its statements stays.
[[nodiscard]] Result<void> fail_run(db::Connection& connection, long long run, const std::string& why);

/// Writes that nobody will resume it.
[[nodiscard]] Result<void> give_up(db::Connection& connection, long long run);

/// Runs `sql`, what the functions below give, in one transaction of its own, as the role that logged in whatever role a
/// job has taken on.
[[nodiscard]] Result<void> note(db::Connection& connection, const std::string& sql);

// SQL, so that it can go into the transaction that it speaks of. Each ends with a semicolon.

/// That the statements from `first` (from 1) on are done.
[[nodiscard]] std::string rows_done(long long run, std::size_t first, const std::vector<Statement>& statements);
/// That a statement is about to be run outside any transaction.
[[nodiscard]] std::string row_intent(long long run, std::size_t position, const Statement& statement,
                                     const std::string& known);
/// That such a statement is done; that it is not.
[[nodiscard]] std::string intent_done(long long run, std::size_t position);
[[nodiscard]] std::string intent_undone(long long run, std::size_t position);
/// That the run came to its end, and what the history says of its revision.
[[nodiscard]] std::string run_done(long long run, const Job& job, const std::string& tool);

}  // namespace trueup::apply
