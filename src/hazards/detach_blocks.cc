#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  constexpr int first_with_concurrently = 140000;
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& table) {
    if (command.subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_DetachPartition || command.def->partition_cmd->concurrent)
      return;
    const bool no_other_way = scene.runner.server_version < first_with_concurrently;
    report.add(fmt::format("reads and writes of {} wait for this lock", shown(table)),
               no_other_way ? "a short lock_timeout, and another try where it runs out" : "");
  });
}

}  // namespace

const Hazard detach_blocks = {
    .id = "detach-blocks",
    .level = Level::warning,
    .title = "a partition is detached while reads and writes wait",
    .why =
        "DETACH PARTITION takes an ACCESS EXCLUSIVE lock on the parent: it waits for every query of the whole table, "
        "and the rest wait behind it",
    .safe = "DETACH PARTITION … CONCURRENTLY (PostgreSQL 14 and later), outside a transaction",
    .check = check};

}  // namespace trueup::hazards
