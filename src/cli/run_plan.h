#pragma once

#include "cli/running.h"
#include "plan/plan.h"

namespace trueup::cli {

/// Runs `plan` on `running` as a new run. An earlier plan that was stopped half way is given up for it. Fails with code
/// conflict where that would lose something: a migration half done, or a statement whose end nobody has looked at.
[[nodiscard]] Result<void> run_plan(const Session& session, Running& running, const plan::Plan& plan);

/// The fingerprint of what the database holds now.
[[nodiscard]] Result<std::string> fingerprint_now(db::Connection& connection, const diff::Filter& filter);

/// `apply --resume`: finishes the plan that was stopped half way on `source`, if there is one, after showing what is
/// left of it and asking. Gives whether that was all there is to do.
[[nodiscard]] Result<bool> finish_earlier_plan(const Session& session, const source::Source& source);

}  // namespace trueup::cli
