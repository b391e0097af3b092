#include "verify/renames.h"

#include "canonical/renamer.h"
#include "diff/rename.h"
#include "plan/rename.h"

namespace trueup::verify {

Renamed take_renames(Catalog& from, const Catalog& to, const diff::Filter& filter, Diagnostics& diagnostics) {
  Renamed renamed;
  renamed.renaming = diff::pending_renames(from, to, filter, diagnostics);
  if (renamed.renaming.empty()) return renamed;
  renamed.before = from;
  canonical::rename(from, renamed.renaming);
  // Only now the definitions can be compared that tell what else has its name from a renamed object.
  Renaming all = diff::with_implied(renamed.renaming, renamed.before, from, to);
  if (all.renames().size() == renamed.renaming.renames().size()) return renamed;
  renamed.renaming = std::move(all);
  from = renamed.before;
  canonical::rename(from, renamed.renaming);
  return renamed;
}

void add_renames(plan::Plan& up, plan::Plan& down, const Renamed& renamed, const Catalog& from) {
  if (renamed.renaming.empty()) return;
  plan::rename_first(up, plan::rename_steps(renamed.renaming, renamed.before));
  plan::rename_last(down, plan::rename_steps(renamed.renaming.reversed(), from));
}

}  // namespace trueup::verify
