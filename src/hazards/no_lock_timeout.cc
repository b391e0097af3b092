#include "hazards/look.h"

namespace trueup::hazards {

namespace {

bool takes_strong_lock(const Scene& scene) {
  const Node& node = scene.node();
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
      return node.alter_table_stmt->relation && !scene.history.made(*node.alter_table_stmt->relation);
    case PG_QUERY__NODE__NODE_INDEX_STMT:
      return !node.index_stmt->concurrent && !scene.history.made(*node.index_stmt->relation);
    case PG_QUERY__NODE__NODE_RENAME_STMT:
      return node.rename_stmt->relation && !scene.history.made(*node.rename_stmt->relation);
    case PG_QUERY__NODE__NODE_DROP_STMT:
      return !node.drop_stmt->concurrent && (node.drop_stmt->remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE ||
                                             node.drop_stmt->remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX);
    case PG_QUERY__NODE__NODE_CREATE_TRIG_STMT:
      return !scene.history.made(*node.create_trig_stmt->relation);
    case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
    case PG_QUERY__NODE__NODE_CLUSTER_STMT:
      return true;
    default:
      return false;
  }
}

void check(const Scene& scene, Report& report) {
  if (scene.runner.sets_timeouts || scene.history.has_set("lock_timeout") || !takes_strong_lock(scene)) return;
  if (scene.history.said_already("no-lock-timeout")) return;
  report.add("this waits for its lock without an end, and everybody else behind it");
}

}  // namespace

const Hazard no_lock_timeout = {.id = "no-lock-timeout",
                                .level = Level::advice,
                                .title = "no lock_timeout is set",
                                .why =
                                    "a statement that waits for its lock makes everybody wait who comes after it, for "
                                    "as long as the longest running query lasts",
                                .safe = "SET lock_timeout = '5s' before it, and try again where it runs out",
                                .check = check};

}  // namespace trueup::hazards
