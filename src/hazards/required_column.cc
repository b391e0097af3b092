#include <fmt/format.h>

#include "hazards/look.h"
#include "hazards/types.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_column_added(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar& table) {
    const bool required = constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL) ||
                          constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY);
    const bool filled = constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_DEFAULT) ||
                        constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_GENERATED) ||
                        constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_IDENTITY) || is_serial(column);
    if (required && !filled)
      report.add_at(column.location, fmt::format("this fails where {} holds a row, which has no value for {}",
                                                 shown(table), column.colname));
  });
}

}  // namespace

const Hazard required_column = {
    .id = "required-column",
    .level = Level::warning,
    .title = "a column is added NOT NULL without a default",
    .why = "the rows that are there have no value for it: it fails on the first of them",
    .safe = "add it nullable, fill it in batches, then SET NOT NULL through a validated check; or give it a default",
    .check = check};

}  // namespace trueup::hazards
