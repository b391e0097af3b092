#pragma once

#include <string>

#include "cli/session.h"
#include "diff/compare.h"

namespace trueup::cli {

/// Both ends, narrowed to what is managed, and what differs.
struct Compared {
  source::Loaded from;
  source::Loaded to;
  std::string from_fingerprint;  ///< of `from` as it was read, before it was narrowed
  std::string to_fingerprint;    ///< of `to` narrowed and completed
  diff::Difference difference;   ///< what stays undecided is in it
};

}  // namespace trueup::cli
