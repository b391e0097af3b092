#pragma once

#include <string>

#include "cli/session.h"
#include "diff/compare.h"
#include "verify/renames.h"

namespace trueup::cli {

/// Both ends, narrowed to what is managed, and what differs.
struct Compared {
  source::Loaded from;  ///< under the names that `to` has for what it renames
  source::Loaded to;
  std::string from_fingerprint;  ///< of `from` as it was read, before it was narrowed
  std::string to_fingerprint;    ///< of `to` narrowed and completed
  verify::Renamed renamed;       ///< what `to` renames, and `from` as it was
  diff::Difference difference;   ///< what stays undecided is in it

  [[nodiscard]] bool same() const { return difference.empty() && renamed.renaming.empty(); }
  /// `from` under its own names.
  [[nodiscard]] const Catalog& before() const { return renamed.renaming.empty() ? from.catalog : renamed.before; }
};

}  // namespace trueup::cli
