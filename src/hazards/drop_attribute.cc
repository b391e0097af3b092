#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  const Node& node = scene.node();
  if (node.node_case != PG_QUERY__NODE__NODE_ALTER_TABLE_STMT) return;
  const PgQuery__AlterTableStmt& stmt = *node.alter_table_stmt;
  if (stmt.objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TYPE || scene.history.made_type(stmt.relation->relname)) return;
  for (const Node* command : nodes(stmt.n_cmds, stmt.cmds))
    if (command->alter_table_cmd->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn)
      report.add_at_word(command->alter_table_cmd->name,
                         fmt::format("the values of attribute {} of {} are lost", command->alter_table_cmd->name,
                                     shown(*stmt.relation)));
}

}  // namespace

const Hazard drop_attribute = {.id = "drop-attribute",
                               .level = Level::destroys,
                               .title = "an attribute of a composite type is dropped",
                               .why = "every column of that type loses those values",
                               .safe = "stop using it first; keep a copy of the values",
                               .check = check};

}  // namespace trueup::hazards
