#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_dropped(scene, PG_QUERY__OBJECT_TYPE__OBJECT_TABLE, [&](const auto& name, const PgQuery__DropStmt&) {
    if (scene.history.made(NamedRelation(name).range)) return;
    report.add(fmt::format("the rows of {} are lost", shown(name)));
  });
}

}  // namespace

const Hazard drop_table = {.id = "drop-table",
                           .level = Level::destroys,
                           .title = "a table is dropped",
                           .why = "its rows are gone, and the way back brings an empty table",
                           .safe = "stop using it first, make sure that it is empty, or keep it with --drop=park",
                           .check = check};

}  // namespace trueup::hazards
