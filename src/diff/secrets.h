#pragma once

#include "model/catalog.h"

namespace trueup::diff {

/// Lets each catalog know of secrets what the other one states. A secret that only a live database holds becomes known
/// where the other side states the same one (their digests are equal): a plan that makes its object anew can then write
/// it. Where a file says "not restorable", as dumps do, the live secret is meant: it is left as it is.
void share_secrets(Catalog& one, Catalog& other);

/// Gives every secret that is not known the value that a plan writes in its place ("not restorable"), as if it were its
/// own: what the embedded server can hold.
void stand_in_for_secrets(Catalog& catalog);

}  // namespace trueup::diff
