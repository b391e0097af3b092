#include <fmt/format.h>

#include "hazards/look.h"
#include "hazards/types.h"

namespace trueup::hazards {

namespace {

/// Where the plan's beginning is known: whether the values can stay as they are stored.
bool keeps_values(const Scene& scene, const PgQuery__RangeVar& table, const char* column,
                  const PgQuery__TypeName& type) {
  if (!scene.runner.live) return false;
  const Object* object = scene.runner.live->find(column_id(table.schemaname, table.relname, column));
  const auto* old = object ? std::get_if<Column>(&object->payload) : nullptr;
  return old && is_binary_coercible(old->type, type);
}

void check(const Scene& scene, Report& report) {
  each_column_retyped(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& name) {
    const PgQuery__ColumnDef& column = *command.def->column_def;
    if (keeps_values(scene, name, command.name, *column.type_name)) return;
    report.add_at_word(command.name,
                       fmt::format("{} may be written anew for the new type of {}", shown(name), command.name));
  });
}

}  // namespace

const Hazard type_rewrites = {.id = "type-rewrites",
                              .level = Level::warning,
                              .title = "a column's type changes in a way that may write the table anew",
                              .why =
                                  "unless the old values are valid as they are stored, the table and its indexes are "
                                  "written anew under an ACCESS EXCLUSIVE lock",
                              .safe =
                                  "a new column of the new type, both written by a trigger, a backfill in batches, "
                                  "then the readers' change and the drop of the old one",
                              .check = check};

}  // namespace trueup::hazards
