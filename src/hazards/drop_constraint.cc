#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

bool added_later(const Scene& scene, std::string_view name) {
  for (const Statement& later : scene.after) {
    if (later.node().node_case != PG_QUERY__NODE__NODE_ALTER_TABLE_STMT) continue;
    const PgQuery__AlterTableStmt& stmt = *later.node().alter_table_stmt;
    for (const Node* command : nodes(stmt.n_cmds, stmt.cmds))
      if (command->alter_table_cmd->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint &&
          command->alter_table_cmd->def->constraint->conname == name)
        return true;
  }
  return false;
}

void check(const Scene& scene, Report& report) {
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& name) {
    if (command.subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint) return;
    const TableHistory* table = scene.history.table(name);
    if ((table && table->constraints_added.contains(command.name)) || added_later(scene, command.name)) return;
    report.add_at_word(command.name, fmt::format("rows that {} kept out of {} may come in", command.name, shown(name)));
  });
}

}  // namespace

const Hazard drop_constraint = {
    .id = "drop-constraint",
    .level = Level::advice,
    .title = "a constraint is dropped",
    .why = "from then on rows may come in that readers do not expect, and the constraint may not be addable again",
    .safe = "make sure that nothing relies on it; keep the check that the application makes",
    .check = check};

}  // namespace trueup::hazards
