#pragma once

#include <string>

#include "cli/planning.h"
#include "render/plan_file.h"

namespace trueup::cli {

/// Writes `planned` to the new file `path`, as `trueup apply` and `trueup show` read it. Fails when it holds secrets.
[[nodiscard]] Result<void> write_plan_file(const Planned& planned, const std::string& path);

/// The plan in the file `path`, and its text.
struct OpenedPlan {
  render::PlanFile plan;
  std::string text;
};

[[nodiscard]] Result<OpenedPlan> open_plan_file(const std::string& path);

/// `trueup apply FILE`: runs the plan in the file on `database`, if that is still as it was when the plan was made.
[[nodiscard]] ExitCode apply_file(Session& session, const source::Source& database);

}  // namespace trueup::cli
