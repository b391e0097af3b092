#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case == PG_QUERY__NODE__NODE_DROP_STMT) {
    const PgQuery__DropStmt& stmt = *scene.node().drop_stmt;
    if (stmt.behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE)
      report.add_at_word("cascade", "what stands on it is dropped without being named");
  }
  each_command(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar&) {
    const bool drops = command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn ||
                       command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint;
    if (drops && command.behavior == PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE)
      report.add_at_word("cascade", fmt::format("what stands on {} is dropped without being named", command.name));
  });
}

}  // namespace

const Hazard drop_cascade = {.id = "drop-cascade",
                             .level = Level::warning,
                             .title = "CASCADE drops what nobody named",
                             .why = "whatever stands on the object goes with it, columns of other tables included",
                             .safe = "drop by name what is to go; RESTRICT then says what still stands on it",
                             .check = check};

}  // namespace trueup::hazards
