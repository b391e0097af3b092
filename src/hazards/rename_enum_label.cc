#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_ALTER_ENUM_STMT) return;
  const PgQuery__AlterEnumStmt& stmt = *scene.node().alter_enum_stmt;
  const auto type = parse::strings_of(nodes(stmt.n_type_name, stmt.type_name));
  if (!*stmt.old_val || scene.history.made_type(type.back())) return;
  report.add(fmt::format("programs that write '{}' fail", stmt.old_val));
}

}  // namespace

const Hazard rename_enum_label = {
    .id = "rename-enum-label",
    .level = Level::warning,
    .title = "an enum's label is renamed",
    .why = "programs that write the old label fail at once, and those that read it do not know the new one",
    .safe = "add the new label, change the rows in batches, leave the old label unused",
    .check = check};

}  // namespace trueup::hazards
