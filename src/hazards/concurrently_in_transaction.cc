#include "hazards/look.h"

namespace trueup::hazards {

namespace {

bool is_concurrent(const Node& node) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_INDEX_STMT:
      return node.index_stmt->concurrent;
    case PG_QUERY__NODE__NODE_DROP_STMT:
      return node.drop_stmt->concurrent;
    case PG_QUERY__NODE__NODE_REINDEX_STMT:
      return has_option(nodes(node.reindex_stmt->n_params, node.reindex_stmt->params), "concurrently");
    default:
      return false;
  }
}

void check(const Scene& scene, Report& report) {
  bool concurrent = is_concurrent(scene.node());
  each_command(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar&) {
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition)
      concurrent |= static_cast<bool>(command.def->partition_cmd->concurrent);
  });
  if (concurrent && scene.statement.in_transaction)
    report.add_at_word("concurrently", "PostgreSQL refuses CONCURRENTLY inside a transaction");
}

}  // namespace

const Hazard concurrently_in_transaction = {
    .id = "concurrently-in-transaction",
    .level = Level::warning,
    .title = "CONCURRENTLY inside a transaction",
    .why = "CONCURRENTLY commits on its way, so PostgreSQL refuses it inside a transaction block",
    .safe = "give it a step of its own: in a migration file below a line `-- trueup: no-transaction`",
    .check = check};

}  // namespace trueup::hazards
