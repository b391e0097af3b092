#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_dropped(scene, PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA, [&](const auto& name, const PgQuery__DropStmt&) {
    if (scene.history.made_schema(name.back()) ||
        scene.node().drop_stmt->behavior != PG_QUERY__DROP_BEHAVIOR__DROP_CASCADE)
      return;
    report.add(fmt::format("what {} holds is lost with CASCADE", shown(name)));
  });
}

}  // namespace

const Hazard drop_schema = {.id = "drop-schema",
                            .level = Level::destroys,
                            .title = "a schema is dropped",
                            .why = "with CASCADE everything in it goes along, unnamed",
                            .safe = "drop what it holds by name; then the schema",
                            .check = check};

}  // namespace trueup::hazards
