#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_TRUNCATE_STMT) return;
  const PgQuery__TruncateStmt& stmt = *scene.node().truncate_stmt;
  for (const Node* table : nodes(stmt.n_relations, stmt.relations))
    if (!scene.history.made(*table->range_var))
      report.add_at(table->range_var->location, fmt::format("the rows of {} are lost", shown(*table->range_var)));
}

}  // namespace

const Hazard truncate_table = {.id = "truncate-table",
                               .level = Level::destroys,
                               .title = "a table is emptied",
                               .why = "its rows are gone, and with CASCADE those of every table that refers to it",
                               .safe = "DELETE in batches what is not wanted, after keeping a copy",
                               .check = check};

}  // namespace trueup::hazards
