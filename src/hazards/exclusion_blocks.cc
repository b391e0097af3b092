#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_constraint_added(scene, [&](const PgQuery__Constraint& constraint, const PgQuery__RangeVar& table, auto*) {
    if (constraint.contype != PG_QUERY__CONSTR_TYPE__CONSTR_EXCLUSION) return;
    report.add_at(constraint.location,
                  fmt::format("nobody reads or writes {} until the index of this constraint is built", shown(table)));
  });
}

}  // namespace

const Hazard exclusion_blocks = {
    .id = "exclusion-blocks",
    .level = Level::warning,
    .title = "an exclusion constraint builds its index while reads and writes wait",
    .why = "ADD EXCLUDE builds an index under an ACCESS EXCLUSIVE lock, and PostgreSQL has no online form of it",
    .safe = "a maintenance window, with a lock_timeout; or a new table with the constraint that the rows are moved to",
    .check = check};

}  // namespace trueup::hazards
