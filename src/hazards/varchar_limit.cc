#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_column_made(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar&) {
    if (column.type_name && type_name(*column.type_name) == "varchar" && column.type_name->n_typmods > 0)
      report.add_at(column.location, fmt::format("the limit of {} is hard to change", column.colname));
  });
}

}  // namespace

const Hazard varchar_limit = {.id = "varchar-limit",
                              .level = Level::advice,
                              .title = "varchar(n)",
                              .why = "a shorter limit later reads the whole table, and what is too long fails",
                              .safe = "text, with a check that can be changed without a rewrite",
                              .check = check};

}  // namespace trueup::hazards
