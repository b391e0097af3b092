#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

bool is_partitioned(const Scene& scene, const PgQuery__RangeVar& name) {
  if (const TableHistory* table = scene.history.table(name); table && table->partitioned) return true;
  if (!scene.runner.live) return false;
  const Object* object = scene.runner.live->relation(name.schemaname, name.relname);
  const auto* table = object ? std::get_if<Table>(&object->payload) : nullptr;
  return table && table->partition_key.has_value();
}

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_INDEX_STMT) return;
  const PgQuery__IndexStmt& index = *scene.node().index_stmt;
  if (!index.concurrent || (index.relation->inh && !is_partitioned(scene, *index.relation))) return;
  report.add_at_word("concurrently",
                     fmt::format("{} is partitioned: PostgreSQL refuses CONCURRENTLY on it", shown(*index.relation)));
}

}  // namespace

const Hazard concurrently_on_partitioned = {
    .id = "concurrently-on-partitioned",
    .level = Level::warning,
    .title = "CONCURRENTLY on a partitioned table",
    .why = "PostgreSQL refuses to build the index of a partitioned table concurrently",
    .safe =
        "CREATE INDEX … ON ONLY the parent; CREATE INDEX CONCURRENTLY on each partition; ALTER INDEX … ATTACH "
        "PARTITION for each",
    .check = check};

}  // namespace trueup::hazards
