#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& table) {
    const bool copies = command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_SetLogged ||
                        command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_SetUnLogged ||
                        command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_SetTableSpace ||
                        command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_SetAccessMethod;
    if (copies) report.add(fmt::format("nobody reads or writes {} until it is copied", shown(table)));
  });
}

}  // namespace

const Hazard table_rewrite = {
    .id = "table-rewrite",
    .level = Level::warning,
    .title = "a table is copied to other storage",
    .why =
        "SET LOGGED, SET UNLOGGED, SET TABLESPACE and SET ACCESS METHOD copy the table under an ACCESS EXCLUSIVE lock",
    .safe = "a maintenance window, with a lock_timeout; or a new table that the rows are moved to",
    .check = check};

}  // namespace trueup::hazards
