#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_dropped(scene, PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE, [&](const auto& name, const PgQuery__DropStmt&) {
    if (scene.history.made(NamedRelation(name).range)) return;
    report.add(fmt::format("the position of {} is lost", shown(name)));
  });
}

}  // namespace

const Hazard drop_sequence = {
    .id = "drop-sequence",
    .level = Level::destroys,
    .title = "a sequence is dropped",
    .why = "its position is gone: made again, it begins anew and gives numbers that are taken",
    .safe = "keep it, or keep it with --drop=park",
    .check = check};

}  // namespace trueup::hazards
