#pragma once

#include <string>

#include "apply/job.h"
#include "apply/journal.h"
#include "apply/lock.h"
#include "base/result.h"
#include "db/connection.h"

namespace trueup::apply {

/// What to make of a statement of which nobody can tell whether it came to its end.
enum class Unclear {
  stop,   ///< stop and say what to look at
  done,   ///< somebody looked: it did
  again,  ///< somebody looked: run it again
};

struct Options {
  double lock_timeout = 5;       ///< seconds that a statement waits for its lock
  double statement_timeout = 0;  ///< seconds that a statement may take; 0: any
  int attempts = 5;              ///< how often what did not get its lock is tried
  Unclear unclear = Unclear::stop;
  std::string tool;  ///< the version that the journal names
};

/// Runs `job` under `lock` on `connection`, and journals it: each transactional segment in one transaction together
/// with its rows; of what runs outside any, an intent before and the outcome after. What does not get its lock in time
/// is tried again, a transactional segment as a whole. On failure the segment is rolled back, what a concurrent index
/// build left is taken away, the rest is not run, and the error says how much is applied. Requires: make_journal().
/// Fails with code conflict when a lock did not come, or ours or the connection is gone.
[[nodiscard]] Result<void> execute(db::Connection& connection, const Lock& lock, const Job& job, const Options& options,
                                   const Talk& talk);

/// Finishes `run`, of which `job` are the statements. Of a statement that runs in no transaction and whose end nobody
/// saw, the catalog tells what became of it. Fails like execute(), and when `job` is not what the run was.
[[nodiscard]] Result<void> resume(db::Connection& connection, const Lock& lock, const Job& job, const Run& run,
                                  const Options& options, const Talk& talk);

/// Gives `run` up after taking away what its last statement left behind outside a transaction, or finishing it where
/// that is the only way: for a run whose statements were not kept.
[[nodiscard]] Result<void> clear_up(db::Connection& connection, const Run& run, const Talk& talk);

}  // namespace trueup::apply
