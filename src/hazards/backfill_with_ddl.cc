#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

const PgQuery__RangeVar* rows_of(const Node& node) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_UPDATE_STMT:
      return node.update_stmt->relation;
    case PG_QUERY__NODE__NODE_DELETE_STMT:
      return node.delete_stmt->relation;
    default:
      return nullptr;
  }
}

void check(const Scene& scene, Report& report) {
  if (!scene.statement.in_transaction) return;
  const PgQuery__RangeVar* name = rows_of(scene.node());
  const TableHistory* table = name && !scene.history.made(*name) ? scene.history.table(*name) : nullptr;
  if (!table || !table->altered_in || table->altered_transaction != scene.statement.transaction) return;
  report.add(
      fmt::format("{} was altered in this transaction: its lock is held until every row is written", shown(*name)));
}

}  // namespace

const Hazard backfill_with_ddl = {
    .id = "backfill-with-ddl",
    .level = Level::warning,
    .title = "rows are changed in the transaction of a schema change",
    .why = "the lock of ALTER TABLE is held until the last row is written",
    .safe = "commit the change first, then change the rows in batches, each in a transaction of its own",
    .check = check};

}  // namespace trueup::hazards
