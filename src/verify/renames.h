#pragma once

#include "base/diagnostic.h"
#include "diff/filter.h"
#include "model/catalog.h"
#include "model/renaming.h"
#include "plan/plan.h"

namespace trueup::verify {

/// The renames on the way to a state, and the state before them.
struct Renamed {
  Renaming renaming;
  Catalog before;  ///< empty where nothing is renamed
};

/// Gives what is in `from` the names that `to` has for it, where `to` says that it was renamed: the rest of the way is
/// planned from there. Both must be canonical. `filter`: what it leaves out keeps its name.
[[nodiscard]] Renamed take_renames(Catalog& from, const Catalog& to, const diff::Filter& filter,
                                   Diagnostics& diagnostics);

/// Puts the statements that rename before those of `up`, and those that rename back behind those of `down`. `from`: the
/// state between, as take_renames left it.
void add_renames(plan::Plan& up, plan::Plan& down, const Renamed& renamed, const Catalog& from);

}  // namespace trueup::verify
