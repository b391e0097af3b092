#pragma once

#include <map>
#include <set>

#include "base/diagnostic.h"
#include "diff/compare.h"
#include "model/catalog.h"
#include "plan/plan.h"

namespace trueup::plan {

/// What a plan moves out of the way instead of dropping it, and its way back from there: tables, columns and sequences
/// that only the beginning has, each with its id while it is parked.
struct Parking {
  std::map<ObjectId, ObjectId> places;
  [[nodiscard]] std::set<ObjectId> ids() const;  ///< before they are parked
  Diagnostics said;  ///< what cannot be parked and is dropped, and what the way back will ask for
};

/// Decides what can be parked on the way from `from` to `to`, which differ by `difference`. `taken`: the ids of what is
/// parked in the database already.
[[nodiscard]] Parking park(const Catalog& from, const Catalog& to, const diff::Difference& difference,
                           const std::set<ObjectId>& taken);

/// plan::make where what `parking` names is moved out of the way instead of dropped, or back instead of created.
[[nodiscard]] Result<Plan> make(const Catalog& from, const Catalog& to, const diff::Difference& difference,
                                const Parking& parking);

}  // namespace trueup::plan
