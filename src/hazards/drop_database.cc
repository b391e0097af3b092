#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_DROPDB_STMT) return;
  report.add(fmt::format("everything in database {} is lost", scene.node().dropdb_stmt->dbname));
}

}  // namespace

const Hazard drop_database = {.id = "drop-database",
                              .level = Level::destroys,
                              .title = "a database is dropped",
                              .why = "everything in it is gone",
                              .safe = "never from a migration",
                              .check = check};

}  // namespace trueup::hazards
