#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.runner.plan || scene.statement.in_transaction) return;
  const Node& node = scene.node();
  if (node.node_case == PG_QUERY__NODE__NODE_INDEX_STMT && node.index_stmt->concurrent &&
      !node.index_stmt->if_not_exists && !scene.history.dropped_index(node.index_stmt->idxname))
    report.add("a second run stops here, as the index is there");
  if (node.node_case == PG_QUERY__NODE__NODE_DROP_STMT && node.drop_stmt->concurrent && !node.drop_stmt->missing_ok)
    report.add("a second run stops here, as the index is gone");
  if (node.node_case == PG_QUERY__NODE__NODE_ALTER_ENUM_STMT && !*node.alter_enum_stmt->old_val &&
      !node.alter_enum_stmt->skip_if_new_val_exists)
    report.add("a second run stops here, as the label is there");
}

}  // namespace

const Hazard not_rerunnable = {
    .id = "not-rerunnable",
    .level = Level::advice,
    .title = "a step outside transactions that cannot be run twice",
    .why = "when a later step fails, this one is done already and not rolled back: the next attempt stops at it",
    .safe = "DROP INDEX CONCURRENTLY IF EXISTS before a build; IF EXISTS on a drop",
    .check = check};

}  // namespace trueup::hazards
