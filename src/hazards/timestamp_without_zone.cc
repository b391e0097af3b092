#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_column_made(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar&) {
    if (column.type_name && type_name(*column.type_name) == "timestamp")
      report.add_at(column.location, fmt::format("{} does not say in which time zone", column.colname));
  });
}

}  // namespace

const Hazard timestamp_without_zone = {
    .id = "timestamp-without-zone",
    .level = Level::advice,
    .title = "timestamp without time zone",
    .why = "it says what a clock showed, not when: read in another time zone it is another moment",
    .safe = "timestamptz",
    .check = check};

}  // namespace trueup::hazards
