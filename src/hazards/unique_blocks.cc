#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_constraint_added(scene, [&](const PgQuery__Constraint& constraint, const PgQuery__RangeVar& table, auto*) {
    if (constraint.contype != PG_QUERY__CONSTR_TYPE__CONSTR_UNIQUE || *constraint.indexname) return;
    report.add_at(constraint.location,
                  fmt::format("nobody reads or writes {} until the index of this constraint is built", shown(table)));
  });
}

}  // namespace

const Hazard unique_blocks = {
    .id = "unique-blocks",
    .level = Level::warning,
    .title = "a unique constraint builds its index while reads and writes wait",
    .why =
        "ADD UNIQUE builds an index under an ACCESS EXCLUSIVE lock: nobody reads or writes the table until it is there",
    .safe = "CREATE UNIQUE INDEX CONCURRENTLY, then ADD CONSTRAINT … UNIQUE USING INDEX",
    .check = check};

}  // namespace trueup::hazards
