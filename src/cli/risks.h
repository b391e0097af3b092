#pragma once

#include <vector>

#include "cli/compared.h"
#include "hazards/beside.h"
#include "plan/plan.h"

namespace trueup::cli {

/// In what ways a plan and its way back can hurt.
struct Risks {
  std::vector<std::vector<hazards::Finding>> up;  ///< by statement, in order; what is allowed is left out
  std::vector<std::vector<hazards::Finding>> down;
  /// What the way up destroys without being allowed, and what it meets of hazards that are refused.
  std::vector<ddl::Destruction> refused;
};

/// What `plan` destroys without being allowed, and what it meets of hazards that are refused. `found`: what the rules
/// say of its statements. `beside`: what comments in the files allow; nullptr where there are none.
[[nodiscard]] std::vector<ddl::Destruction> refused_of(const Session& session, const plan::Plan& plan,
                                                       const std::vector<std::vector<hazards::Finding>>& found,
                                                       const hazards::Beside* beside);

/// Runs the hazards' rules over both ways. Ids in comments of the files that are none are shown on the console.
[[nodiscard]] Risks find_risks(const Session& session, const Compared& ends, const plan::Plan& up,
                               const plan::Plan& down);

}  // namespace trueup::cli
