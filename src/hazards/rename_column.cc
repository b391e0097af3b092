#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_RENAME_STMT) return;
  const PgQuery__RenameStmt& stmt = *scene.node().rename_stmt;
  if (stmt.rename_type != PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN || !stmt.relation || scene.history.made(*stmt.relation))
    return;
  const TableHistory* table = scene.history.table(*stmt.relation);
  if (table && table->columns_added.contains(stmt.subname)) return;
  report.add_at_word(stmt.subname, fmt::format("programs that read {}.{} fail", shown(*stmt.relation), stmt.subname));
}

}  // namespace

const Hazard rename_column = {.id = "rename-column",
                              .level = Level::warning,
                              .title = "a column is renamed",
                              .why =
                                  "programs that know the old name fail from the moment it is gone, and old and new "
                                  "ones run side by side while a deployment lasts",
                              .safe =
                                  "a new column beside it that both are written to, until no program knows the old "
                                  "one; or a view that shows both names",
                              .check = check};

}  // namespace trueup::hazards
