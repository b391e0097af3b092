#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "diff/filter.h"
#include "model/catalog.h"
#include "model/renaming.h"

namespace trueup::diff {

/// The renames that `to` asks for (Object::renamed_from) and that `from` has not seen yet. A directive whose old name
/// is gone, or whose new name is there, is done with; where both are there, and the old one is not wanted any more, a
/// diagnostic says what to do. What `filter` leaves alone is not renamed.
[[nodiscard]] Renaming pending_renames(const Catalog& from, const Catalog& to, const Filter& filter,
                                       Diagnostics& diagnostics);

/// `renaming` and what follows from it: constraints, indexes and sequences of renamed tables and columns that are the
/// same under a new name. `renamed`: `from` after `renaming`.
[[nodiscard]] Renaming with_implied(const Renaming& renaming, const Catalog& from, const Catalog& renamed,
                                    const Catalog& to);

}  // namespace trueup::diff
