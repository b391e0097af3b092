#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  each_dropped(scene, PG_QUERY__OBJECT_TYPE__OBJECT_INDEX, [&](const auto& name, const PgQuery__DropStmt& drop) {
    if (drop.concurrent || scene.history.made_index(name.back())) return;
    report.add(fmt::format("reads and writes of the table of {} wait for this lock", shown(name)));
  });
}

}  // namespace

const Hazard drop_index_blocks = {.id = "drop-index-blocks",
                                  .level = Level::warning,
                                  .title = "an index is dropped while reads and writes wait",
                                  .why =
                                      "DROP INDEX takes an ACCESS EXCLUSIVE lock on the table: it waits for every "
                                      "running query, and whatever comes after waits behind it",
                                  .safe = "DROP INDEX CONCURRENTLY, outside a transaction, one index at a time",
                                  .check = check};

}  // namespace trueup::hazards
