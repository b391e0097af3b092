#include <fmt/format.h>

#include "hazards/look.h"
#include "hazards/types.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_column_made(scene, [&](const PgQuery__ColumnDef& column, const PgQuery__RangeVar&) {
    if (is_small_integer(column) && constraint_of(column, PG_QUERY__CONSTR_TYPE__CONSTR_PRIMARY))
      report.add_at(column.location, fmt::format("{} runs out at 2,147,483,647", column.colname));
  });
}

}  // namespace

const Hazard small_key = {.id = "small-key",
                          .level = Level::advice,
                          .title = "a primary key of 32 bits or fewer",
                          .why = "integer ends at 2,147,483,647, and a wider type later writes the table anew",
                          .safe = "bigint",
                          .check = check};

}  // namespace trueup::hazards
