#include <fmt/format.h>

#include "hazards/look.h"
#include "hazards/types.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_column_made(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar&) {
    if (is_serial(column))
      report.add_at(column.location, fmt::format("{} is a serial rather than an identity", column.colname));
  });
}

}  // namespace

const Hazard serial_type = {
    .id = "serial-type",
    .level = Level::advice,
    .title = "serial",
    .why = "its sequence has an owner, grants and a default of its own, and INSERT may pass it over",
    .safe = "GENERATED ALWAYS AS IDENTITY",
    .check = check};

}  // namespace trueup::hazards
