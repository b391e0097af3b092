#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& name) {
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull)
      report.add_at_word(command.name, fmt::format("readers of {} may meet nulls in {}", shown(name), command.name));
  });
}

}  // namespace

const Hazard drop_not_null = {.id = "drop-not-null",
                              .level = Level::advice,
                              .title = "a column may hold nulls from now on",
                              .why = "readers that never met a null there will",
                              .safe = "make the readers ready first",
                              .check = check};

}  // namespace trueup::hazards
