#pragma once

#include <string>

#include "apply/job.h"
#include "base/result.h"
#include "db/connection.h"

namespace trueup::apply {

/// How far a run has come.
struct Progress {
  std::size_t total = 0;
  std::size_t kept = 0;         ///< statements that are applied for good
  std::size_t rolled_back = 0;  ///< of the segment that failed, those that had run
  bool open = false;            ///< a statement outside a transaction has an intent and no outcome
};

/// Why a statement failed, as far as it matters for what comes next.
struct Cause {
  bool lost = false;     ///< the connection is gone
  bool locked = false;   ///< it did not get its lock, or lost out to another session
  std::string sqlstate;  ///< "" where the server gave none
};

/// The cause of what `connection` failed with last.
[[nodiscard]] Cause cause_of(const db::Connection& connection);

/// What the server said of `statement` without what the statement does not show.
[[nodiscard]] std::string without_secrets(const std::string& message, const Statement& statement);

/// What to tell the user when `statement` failed with `why`.
[[nodiscard]] Error failure(const Cause& cause, const Statement& statement, const Error& why, const Progress& progress);

}  // namespace trueup::apply
