#pragma once

#include <string_view>
#include <vector>

#include "model/catalog.h"
#include "model/renaming.h"
#include "plan/plan.h"

namespace trueup::effects {

/// Both ends of a plan.
struct Ends {
  const Catalog& before;  ///< as it is when the plan begins
  const Catalog& from;    ///< the same under the names that the plan was made with: after its renames
  const Catalog& to;
  const Renaming* renaming = nullptr;  ///< from `before` to `from`; nullptr: nothing is renamed
};

/// Fills in the effect of every step: which locks the server takes for it on relations in use, and which of them it
/// scans or rewrites. Takes them from a table of statement forms (one file per family here), by the server's version.
/// scripts/locks measures every form on servers of all versions and fails where the table disagrees.
void describe(plan::Plan& plan, const Ends& ends);

/// The beginning by which the table of forms knows a statement, "ALTER TABLE @ ADD COLUMN @" (of one with several
/// actions, each); "" where it does not.
[[nodiscard]] std::vector<std::string_view> forms_of(std::string_view sql);

/// Every form that the table knows.
[[nodiscard]] std::vector<std::string_view> all_forms();

}  // namespace trueup::effects
