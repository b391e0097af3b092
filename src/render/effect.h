#pragma once

#include <string>
#include <vector>

#include "model/sizes.h"
#include "plan/plan.h"
#include "render/style.h"

namespace trueup::render {

/// What a statement does to those who use the database, in a line: "ACCESS EXCLUSIVE on public.orders · scans it (about
/// 1.2 M rows: seconds), reads and writes wait". "" where it locks nothing that is in use. `sizes`: of the live
/// database; nullptr where there is none.
[[nodiscard]] std::string effect_text(const plan::Effect& effect, const Sizes* sizes);

/// How long reading or writing anew all that the effect names will take about: "under a second", "seconds", "minutes",
/// "hours"; "" where there is nothing of the kind, or nothing is known of the sizes.
[[nodiscard]] std::string duration_class(const plan::Effect& effect, const Sizes* sizes);

/// A line for each relation that others cannot read or write to for a while, with the strongest lock on it and what is
/// done to its rows: "ACCESS EXCLUSIVE on public.orders, rewritten".
[[nodiscard]] std::vector<std::string> blocking_locks(const plan::Plan& plan);

/// A picture of who waits for how long: a row for each relation that is locked, a column for each statement. A lock
/// is held until its segment ends. "" where nothing is locked, or where the picture would be too large to help.
[[nodiscard]] std::string lock_timeline(const plan::Plan& plan, const Style& style);

}  // namespace trueup::render
