#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_column_made(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar&) {
    if (column.type_name && type_name(*column.type_name) == "json")
      report.add_at(column.location, fmt::format("{} cannot be compared", column.colname));
  });
}

}  // namespace

const Hazard json_type = {.id = "json-type",
                          .level = Level::advice,
                          .title = "json",
                          .why = "it has no equality, so DISTINCT, GROUP BY and UNION over it fail, and no index",
                          .safe = "jsonb",
                          .check = check};

}  // namespace trueup::hazards
