#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "migrations/revision.h"
#include "source/throwaway.h"

namespace trueup::source {

/// Tries on the embedded server what running `reverted` back would do among `applied` (in the order of application, it
/// among them). Gives why it may not be: its way back does not run, later ones do not run without it, or they would not
/// lead where the database then is. "" where nothing speaks against it. Fails when that cannot be tried.
[[nodiscard]] Result<std::string> what_stands_on(const migrations::Revision& reverted,
                                                 const std::vector<const migrations::Revision*>& applied,
                                                 Throwaway& throwaway);

}  // namespace trueup::source
