#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case == PG_QUERY__NODE__NODE_ALTER_EXTENSION_STMT)
    report.add_at_word(
        scene.node().alter_extension_stmt->extname,
        fmt::format("what the update of {} does cannot be seen or undone", scene.node().alter_extension_stmt->extname));
}

}  // namespace

const Hazard extension_update = {
    .id = "extension-update",
    .level = Level::advice,
    .title = "an extension is updated",
    .why = "what its script does is neither in the files nor in the plan, and it cannot be undone",
    .safe = "read its release notes, and try it on a copy of the database",
    .check = check};

}  // namespace trueup::hazards
