#pragma once

#include <functional>

#include "random/pair.h"

namespace trueup::random {

/// The smallest pair found, in at most `tries` tries, of which `fails` still holds: fewer pieces, fewer edits, simpler
/// choices. Needs a pair of which it holds.
[[nodiscard]] StatePair shrink(StatePair pair, int tries, const std::function<bool(const StatePair&)>& fails);

}  // namespace trueup::random
