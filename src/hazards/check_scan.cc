#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_constraint_added(scene, [&](const PgQuery__Constraint& constraint, const PgQuery__RangeVar& table, auto*) {
    if (constraint.contype != PG_QUERY__CONSTR_TYPE__CONSTR_CHECK || constraint.skip_validation) return;
    report.add_at(constraint.location,
                  fmt::format("nobody reads or writes {} until every row is checked", shown(table)));
  });
}

}  // namespace

const Hazard check_scan = {.id = "check-scan",
                           .level = Level::warning,
                           .title = "a check reads all rows while reads and writes wait",
                           .why = "ADD CHECK reads the whole table under an ACCESS EXCLUSIVE lock",
                           .safe = "ADD CONSTRAINT … NOT VALID, then VALIDATE CONSTRAINT in a transaction of its own",
                           .check = check};

}  // namespace trueup::hazards
