#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

/// A view that takes the old name over in the same transaction.
bool taken_over(const Scene& scene, const PgQuery__RangeVar& name) {
  for (const Statement& later : scene.after)
    if (later.node().node_case == PG_QUERY__NODE__NODE_VIEW_STMT &&
        std::string_view(later.node().view_stmt->view->relname) == name.relname)
      return later.transaction == scene.statement.transaction && later.in_transaction;
  return false;
}

bool is_relation(PgQuery__ObjectType type) {
  return type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE || type == PG_QUERY__OBJECT_TYPE__OBJECT_VIEW ||
         type == PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW || type == PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE;
}

void check(const Scene& scene, Report& report) {
  const Node& node = scene.node();
  const PgQuery__RangeVar* name = nullptr;
  if (node.node_case == PG_QUERY__NODE__NODE_RENAME_STMT && is_relation(node.rename_stmt->rename_type))
    name = node.rename_stmt->relation;
  if (node.node_case == PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT &&
      is_relation(node.alter_object_schema_stmt->object_type))
    name = node.alter_object_schema_stmt->relation;
  if (!name || scene.history.made(*name) || taken_over(scene, *name)) return;
  report.add(fmt::format("programs that read {} fail", shown(*name)));
}

}  // namespace

const Hazard rename_table = {.id = "rename-table",
                             .level = Level::warning,
                             .title = "a table or view is renamed, or moves to another schema",
                             .why = "programs that know the old name fail from the moment it is gone",
                             .safe = "a view of the old name in the same transaction, until no program knows it",
                             .check = check};

}  // namespace trueup::hazards
