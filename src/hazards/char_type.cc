#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_column_made(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar&) {
    if (column.type_name && type_name(*column.type_name) == "bpchar")
      report.add_at(column.location, fmt::format("{} is padded with blanks", column.colname));
  });
}

}  // namespace

const Hazard char_type = {.id = "char-type",
                          .level = Level::advice,
                          .title = "char(n)",
                          .why = "values are padded with blanks, which take room and surprise comparisons",
                          .safe = "text, with a check where the length matters",
                          .check = check};

}  // namespace trueup::hazards
