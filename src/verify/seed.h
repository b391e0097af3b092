#pragma once

#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "model/catalog.h"
#include "verify/site.h"

namespace trueup::verify {

/// Which tables hold rows, and why the others do not. Partitions count with their root.
struct Seeded {
  int tables = 0;
  int total = 0;
  std::vector<std::string> not_seeded;  ///< "public.t: why"
};

/// Puts a few made-up rows into every table of `state` (loaded in `site`) that is empty and not in `leave_empty`, and
/// moves every other sequence on. Rows satisfy the state's constraints as far as trying finds such rows; constants that
/// the checks of `next` name are tried as well, so that they satisfy those, too. Triggers fire as they would.
[[nodiscard]] Result<Seeded> seed(Site& site, const Catalog& state, const Catalog& next,
                                  const std::set<ObjectId>& leave_empty);

}  // namespace trueup::verify
