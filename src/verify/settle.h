#pragma once

#include <vector>

#include "base/result.h"
#include "db/scratch.h"
#include "diff/compare.h"
#include "model/catalog.h"
#include "parse/script.h"

namespace trueup::verify {

/// What became of the undecided fields.
struct Settled {
  int same = 0;
  int different = 0;
  std::vector<diff::Undecided> open;  ///< the server could not tell either (it does not hold the object)
  Diagnostics notes;                  ///< statements of the files that did not run there
};

/// Decides fields of which the model cannot tell whether they differ: loads the scripts (which `to` was read from)
/// whole on the embedded server, reads them back, and compares what a server makes of both ends. Afterwards the keys of
/// settled expressions are exact in both catalogs, and `to`'s equal `from`'s where they are the same; view columns and
/// references that only a server knows are filled in. compare(from, to) then leaves only Settled::open undecided.
[[nodiscard]] Result<Settled> settle(Catalog& from, Catalog& to, const std::vector<parse::Script>& scripts,
                                     const std::vector<diff::Undecided>& undecided, db::Scratch& scratch);

/// The same where a server has run the scripts already and was read back (`loaded`, canonical).
[[nodiscard]] Settled settle(Catalog& from, Catalog& to, const Catalog& loaded,
                             const std::vector<diff::Undecided>& undecided, db::Scratch& scratch);

}  // namespace trueup::verify
