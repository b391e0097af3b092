#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  const Node& node = scene.node();
  const PgQuery__RangeVar* table = nullptr;
  bool caught = false;
  if (node.node_case == PG_QUERY__NODE__NODE_CLUSTER_STMT) {
    caught = true;
    table = node.cluster_stmt->relation;
  } else if (node.node_case == PG_QUERY__NODE__NODE_VACUUM_STMT) {
    const PgQuery__VacuumStmt& stmt = *node.vacuum_stmt;
    caught = has_option(nodes(stmt.n_options, stmt.options), "full");
    if (stmt.n_rels > 0) table = stmt.rels[0]->vacuum_relation->relation;
  }
  if (!caught || (table && scene.history.made(*table))) return;
  report.add(fmt::format("nobody reads or writes {} until it is copied", table ? shown(*table) : "each table"));
}

}  // namespace

const Hazard vacuum_full = {
    .id = "vacuum-full",
    .level = Level::warning,
    .title = "a table is written anew while reads and writes wait",
    .why = "VACUUM FULL and CLUSTER copy the table under an ACCESS EXCLUSIVE lock",
    .safe = "a maintenance window; plain VACUUM makes the room usable again, and lets everybody work",
    .check = check};

}  // namespace trueup::hazards
