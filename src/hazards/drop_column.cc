#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& name) {
    if (command.subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn) return;
    const TableHistory* table = scene.history.table(name);
    if (table && table->columns_added.contains(command.name)) return;
    report.add_at_word(command.name, fmt::format("the values of {}.{} are lost", shown(name), command.name));
  });
}

}  // namespace

const Hazard drop_column = {.id = "drop-column",
                            .level = Level::destroys,
                            .title = "a column is dropped",
                            .why = "its values are gone, and the way back brings an empty column",
                            .safe = "stop using it first; or keep it with --drop=park",
                            .check = check};

}  // namespace trueup::hazards
