#pragma once

#include <string>
#include <vector>

#include "diff/compare.h"

namespace trueup::diff {

/// An object that goes and one that comes, which look the same but for the name.
struct LikelyRename {
  ObjectId from;
  ObjectId to;
  std::string directive;  ///< what would say so: "trueup: renamed from titel"

  bool operator==(const LikelyRename&) const = default;
};

/// Pairs among the drops and creates of `difference` that may be renames nobody has told of: the only ones of their
/// kind and shape in one place. A question, never an answer.
[[nodiscard]] std::vector<LikelyRename> likely_renames(const Catalog& from, const Catalog& to,
                                                       const Difference& difference);

}  // namespace trueup::diff
