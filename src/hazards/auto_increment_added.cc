#include <fmt/format.h>

#include "hazards/look.h"
#include "hazards/types.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_column_added(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar& table) {
    if (is_serial(column) || constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_IDENTITY))
      report.add_at(column.location, fmt::format("{} is written anew to number its rows", shown(table)));
  });
}

}  // namespace

const Hazard auto_increment_added = {
    .id = "auto-increment-added",
    .level = Level::warning,
    .title = "a numbering column is added",
    .why = "every row gets a number, so the whole table is written anew under an ACCESS EXCLUSIVE lock",
    .safe =
        "a plain bigint, filled in batches, that becomes an identity afterwards; or a new table that the rows are "
        "moved to",
    .check = check};

}  // namespace trueup::hazards
