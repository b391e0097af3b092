#pragma once

#include "base/result.h"
#include "model/catalog.h"
#include "verify/site.h"

namespace trueup::verify {

/// What the site's database holds now, canonical. Ends what the session had set.
[[nodiscard]] Result<Catalog> read_back(Site& site);

}  // namespace trueup::verify
