#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_INDEX_STMT) return;
  const PgQuery__IndexStmt& index = *scene.node().index_stmt;
  if (!index.concurrent || !index.if_not_exists || scene.history.dropped_index(index.idxname)) return;
  report.add(fmt::format("an invalid {} of an earlier attempt would be taken for the index", index.idxname));
}

}  // namespace

const Hazard invalid_index_hidden = {.id = "invalid-index-hidden",
                                     .level = Level::warning,
                                     .title = "IF NOT EXISTS takes a broken index for the wanted one",
                                     .why =
                                         "a concurrent build that failed leaves an invalid index of that name behind, "
                                         "which IF NOT EXISTS finds, and skips the build",
                                     .safe = "DROP INDEX CONCURRENTLY IF EXISTS before it, and no IF NOT EXISTS",
                                     .check = check};

}  // namespace trueup::hazards
