#include <fmt/format.h>

#include "hazards/look.h"
#include "parse/tree.h"

namespace trueup::hazards {

namespace {

/// A valid check in the database that says so.
bool proven_live(const Scene& scene, const PgQuery__RangeVar& table, std::string_view column) {
  if (!scene.runner.live) return false;
  for (const Object* object : scene.runner.live->children(Kind::check, table.schemaname, table.relname)) {
    const auto& check = std::get<Check>(object->payload);
    parse::Tree tree;
    const Node* node =
        check.not_valid || check.not_enforced ? nullptr : parse::parse_expression(check.expression.text, tree, nullptr);
    if (column_not_null(node) == column) return true;
  }
  return false;
}

void check(const Scene& scene, Report& report) {
  const auto look = [&](const PgQuery__RangeVar& name, const std::string& column) {
    const TableHistory* table = scene.history.table(name);
    if ((table && table->not_null.contains(column)) || proven_live(scene, name, column)) return;
    report.add_at_word(column,
                       fmt::format("nobody reads or writes {} until every row is checked for nulls", shown(name)));
  };
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& name) {
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull) look(name, command.name);
  });
  // PostgreSQL 18: ADD CONSTRAINT … NOT NULL column.
  each_constraint_added(scene, [&](const PgQuery__Constraint& constraint, const PgQuery__RangeVar& name, auto* column) {
    const bool not_null = constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL && !constraint.skip_validation;
    if (not_null && !column) look(name, joined(nodes(constraint.n_keys, constraint.keys)));
  });
}

}  // namespace

const Hazard set_not_null_scan = {
    .id = "set-not-null-scan",
    .level = Level::warning,
    .title = "SET NOT NULL reads all rows while reads and writes wait",
    .why =
        "SET NOT NULL reads the whole table under an ACCESS EXCLUSIVE lock, unless a validated check already says that "
        "the column holds no null",
    .safe = "ADD CONSTRAINT … CHECK (column IS NOT NULL) NOT VALID, VALIDATE it, SET NOT NULL, drop the check",
    .check = check};

}  // namespace trueup::hazards
