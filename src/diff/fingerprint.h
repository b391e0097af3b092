#pragma once

#include <string>

#include "diff/filter.h"
#include "model/catalog.h"

namespace trueup::diff {

/// What a fingerprint covers.
enum class Reach {
  database,  ///< what a database holds: the same wherever it is replayed
  cluster,   ///< roles and memberships besides
};

/// SHA-256 over the sorted canonical model of `catalog` after `filter`, as "1:FILTER:HASH": the version of this
/// algorithm, eight digits of the filter's hash ("-" without one), 64 digits. Owners count only where they are not
/// the connecting user, so that a replay by another login gives the same. Needs: canonical.
[[nodiscard]] std::string fingerprint(const Catalog& catalog, const Filter& filter = {}, Reach reach = Reach::database);

}  // namespace trueup::diff
