#pragma once

#include <vector>

#include "plan/fate.h"
#include "plan/parking.h"
#include "plan/plan.h"

namespace trueup::plan {

/// Marks what the plan takes from where it is parked. Before cover(): a partition then comes as a table of its own.
void bring_back(const Ends& ends, const Parking& parking, Fates& fates);

/// Marks what the plan parks. After cover(): sequences, and what stands on a parked column, go by statements of their
/// own then.
void put_away(const Ends& ends, const Parking& parking, Fates& fates);

/// What goes with a parked table and has no statement of its own: its constraints, indexes, triggers …
[[nodiscard]] std::vector<const Object*> parts_of(const ObjectId& table, const Ends& ends, const Fates& fates);

/// What a plan that parks begins with (the schema for it), or one that brings back (the check that all is there).
[[nodiscard]] std::vector<Step> first_of_parking(const Ends& ends, const Fates& fates);

}  // namespace trueup::plan
