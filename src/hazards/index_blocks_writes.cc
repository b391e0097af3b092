#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_INDEX_STMT) return;
  const PgQuery__IndexStmt& index = *scene.node().index_stmt;
  // ON ONLY is how a partitioned table gets its index: nothing is built.
  if (index.concurrent || !index.relation->inh || scene.history.idle(*index.relation)) return;
  report.add(fmt::format("writes to {} wait until this index is built", shown(*index.relation)));
}

}  // namespace

const Hazard index_blocks_writes = {.id = "index-blocks-writes",
                                    .level = Level::warning,
                                    .title = "an index is built while writes wait",
                                    .why =
                                        "CREATE INDEX holds a SHARE lock until the index is built: every INSERT, "
                                        "UPDATE and DELETE on the table waits that long",
                                    .safe =
                                        "CREATE INDEX CONCURRENTLY, outside a transaction; drop what a failed attempt "
                                        "leaves behind (indisvalid is false) and build it again",
                                    .check = check};

}  // namespace trueup::hazards
