#include <fmt/format.h>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

void check(const Scene& scene, Report& report) {
  if (!scene.statement.in_transaction) return;
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& name) {
    if (command.subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint) return;
    const TableHistory* table = scene.history.table(name);
    const auto added = table ? table->not_valid.find(command.name) : std::map<std::string, int>::const_iterator{};
    if (!table || added == table->not_valid.end() || added->second != scene.statement.transaction) return;
    report.add_at_word(command.name, fmt::format("{} was added in this transaction, whose lock on {} is still held",
                                                 command.name, shown(name)));
  });
}

}  // namespace

const Hazard validate_same_transaction = {
    .id = "validate-same-transaction",
    .level = Level::warning,
    .title = "a constraint is added and validated in one transaction",
    .why =
        "the lock of ADD CONSTRAINT is held until the transaction ends, so that VALIDATE reads the table under it: NOT "
        "VALID was for nothing",
    .safe = "commit between the two: in a migration file a line `-- trueup: segment`",
    .check = check};

}  // namespace trueup::hazards
