#pragma once

#include <string>

#include "base/result.h"
#include "cli/console.h"
#include "db/connection.h"
#include "plan/plan.h"

namespace trueup::cli {

/// Takes the advisory lock that keeps two runs apart, for as long as the connection lives; waits up to five seconds.
/// Fails with code conflict when another run holds it.
[[nodiscard]] Result<void> take_lock(db::Connection& connection, const Console& console);

/// Runs `plan` on `connection`, each transactional segment in a transaction of its own, statements waiting at most
/// `lock_timeout` seconds for their locks. Tells the progress. On failure the segment is rolled back, the rest is not
/// run, and the error says what was done and what was not.
[[nodiscard]] Result<void> run_plan(db::Connection& connection, const plan::Plan& plan, double lock_timeout,
                                    const Console& console);

}  // namespace trueup::cli
