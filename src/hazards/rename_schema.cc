#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_RENAME_STMT) return;
  const PgQuery__RenameStmt& stmt = *scene.node().rename_stmt;
  if (stmt.rename_type != PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA || scene.history.made_schema(stmt.subname)) return;
  report.add(fmt::format("whatever names {} fails", stmt.subname));
}

}  // namespace

const Hazard rename_schema = {
    .id = "rename-schema",
    .level = Level::warning,
    .title = "a schema is renamed",
    .why = "every program, function body and search_path that names it fails from then on",
    .safe =
        "a new schema with views of the old objects, or a search_path that names both, until nobody knows the old one",
    .check = check};

}  // namespace trueup::hazards
