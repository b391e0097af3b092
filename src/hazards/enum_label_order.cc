#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_ALTER_ENUM_STMT) return;
  const PgQuery__AlterEnumStmt& stmt = *scene.node().alter_enum_stmt;
  if (*stmt.old_val || *stmt.new_val_neighbor) return;
  report.add(fmt::format("'{}' sorts after all other labels", stmt.new_val));
}

}  // namespace

const Hazard enum_label_order = {.id = "enum-label-order",
                                 .level = Level::advice,
                                 .title = "an enum's label is added without a place",
                                 .why = "it goes to the end, and ORDER BY and < follow the order of the labels",
                                 .safe = "say BEFORE or AFTER which label",
                                 .check = check};

}  // namespace trueup::hazards
