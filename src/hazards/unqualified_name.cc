#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

const PgQuery__RangeVar* target(const Node& node) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_CREATE_STMT:
      return node.create_stmt->relation;
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
      return node.alter_table_stmt->relation;
    case PG_QUERY__NODE__NODE_INDEX_STMT:
      return node.index_stmt->relation;
    case PG_QUERY__NODE__NODE_VIEW_STMT:
      return node.view_stmt->view;
    default:
      return nullptr;
  }
}

void check(const Scene& scene, Report& report) {
  const PgQuery__RangeVar* name = target(scene.node());
  if (!name || *name->schemaname || std::string_view(name->relpersistence) == "t") return;
  if (scene.runner.plan || scene.history.has_set("search_path") || scene.history.said_already("unqualified-name"))
    return;
  report.add_at(name->location, fmt::format("{} is looked up along the search_path", shown(*name)));
}

}  // namespace

const Hazard unqualified_name = {.id = "unqualified-name",
                                 .level = Level::advice,
                                 .title = "a name without its schema",
                                 .why = "which object is meant depends on the search_path of who runs it",
                                 .safe = "write schema.name; or SET search_path at the file's beginning",
                                 .check = check};

}  // namespace trueup::hazards
