#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_REINDEX_STMT) return;
  const PgQuery__ReindexStmt& stmt = *scene.node().reindex_stmt;
  if (has_option(nodes(stmt.n_params, stmt.params), "concurrently")) return;
  if (stmt.relation && scene.history.made(*stmt.relation)) return;
  report.add(fmt::format("writes wait until {} is rebuilt", stmt.relation ? shown(*stmt.relation) : stmt.name));
}

}  // namespace

const Hazard reindex_blocks = {
    .id = "reindex-blocks",
    .level = Level::warning,
    .title = "an index is rebuilt while writes wait",
    .why = "REINDEX keeps writes out of the table, and reads out of the index, until it has finished",
    .safe = "REINDEX … CONCURRENTLY, outside a transaction",
    .check = check};

}  // namespace trueup::hazards
