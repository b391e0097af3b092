#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_constraint_added(
      scene, [&](const PgQuery__Constraint& constraint, const PgQuery__RangeVar& table, auto* column) {
        if (constraint.contype != PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN || constraint.skip_validation) return;
        // A new column without a default holds nothing that could be looked up.
        if (column && !constraint_of(*column, PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT)) return;
        report.add_at(constraint.location, fmt::format("writes to {} and {} wait until every row is looked up",
                                                       shown(table), shown(*constraint.pktable)));
      });
}

}  // namespace

const Hazard foreign_key_scan = {
    .id = "foreign-key-scan",
    .level = Level::warning,
    .title = "a foreign key checks all rows while writes wait",
    .why = "ADD FOREIGN KEY looks up every row, and keeps writes out of both tables meanwhile",
    .safe =
        "ADD CONSTRAINT … NOT VALID, then VALIDATE CONSTRAINT in a transaction of its own, which lets reads and writes "
        "go on",
    .check = check};

}  // namespace trueup::hazards
