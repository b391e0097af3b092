#pragma once

#include "model/catalog.h"
#include "source/prove_directory.h"
#include "verify/site.h"

namespace trueup::source {

/// Whether there are tables in `state` to put rows into before `revision` runs, and whether it can run twice. Why not
/// is noted in `proof`.
[[nodiscard]] bool can_hold_rows(const Catalog& state, const migrations::Revision& revision, RevisionProof& proof);

/// Puts made-up rows into the empty tables of `site`, a copy of the state `before`, and runs `revision` up and down
/// there. What becomes of the rows, apart from what the header destroys, and where that leads are failures in `proof`.
/// `after`: the state that its way up leads to.
[[nodiscard]] Result<void> try_rows(verify::Site& site, const Catalog& before, const Catalog& after,
                                    const migrations::Revision& revision, RevisionProof& proof);

}  // namespace trueup::source
