#pragma once

#include "model/renaming.h"
#include "plan/plan.h"

namespace trueup::plan {

/// The statements that bring about `renaming` where the state is `before`. Names that objects change with each other go
/// through one that is free.
[[nodiscard]] std::vector<Step> rename_steps(const Renaming& renaming, const Catalog& before);

/// Makes `plan`, which starts from the renamed state, start from the one before.
void rename_first(Plan& plan, std::vector<Step> steps);

/// Makes `plan`, which ends in the renamed state, end in the one before.
void rename_last(Plan& plan, std::vector<Step> steps);

}  // namespace trueup::plan
