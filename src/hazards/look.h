#pragma once

#include <string>
#include <string_view>

#include "hazards/list.h"
#include "hazards/scene.h"

namespace trueup::hazards {

// What rules have in common: ways to look at a statement.

using parse::Node;
using parse::nodes;

/// Calls `visit(command, table)` for every subcommand of an ALTER TABLE on a table.
template <class F>
void each_command(const Scene& scene, F visit) {
  const Node& node = scene.node();
  if (node.node_case != PG_QUERY__NODE__NODE_ALTER_TABLE_STMT) return;
  const PgQuery__AlterTableStmt& stmt = *node.alter_table_stmt;
  if (stmt.objtype != PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) return;
  for (const Node* command : nodes(stmt.n_cmds, stmt.cmds)) visit(*command->alter_table_cmd, *stmt.relation);
}

/// The same for tables that were there before, and may hold rows, alone.
template <class F>
void each_command_on_old(const Scene& scene, F visit) {
  each_command(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& table) {
    if (!scene.history.idle(table)) visit(command, table);
  });
}

/// Calls `visit(command, table)` for every ALTER COLUMN … TYPE of a column that was there before; the new type is that
/// of the command's column definition.
template <class F>
void each_column_retyped(const Scene& scene, F visit) {
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& name) {
    if (command.subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType) return;
    const TableHistory* table = scene.history.table(name);
    if (!table || !table->columns_added.contains(command.name)) visit(command, name);
  });
}

/// Calls `visit(column, table)` for every ADD COLUMN to a table that was there before.
template <class F>
void each_column_added(const Scene& scene, F visit) {
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& table) {
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn) visit(*command.def->column_def, table);
  });
}

/// Calls `visit(column, table)` for every column that CREATE TABLE or ADD COLUMN makes.
template <class F>
void each_column_made(const Scene& scene, F visit) {
  each_command(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& table) {
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn) visit(*command.def->column_def, table);
  });
  if (scene.node().node_case != PG_QUERY__NODE__NODE_CREATE_STMT) return;
  const PgQuery__CreateStmt& stmt = *scene.node().create_stmt;
  for (const Node* element : nodes(stmt.n_table_elts, stmt.table_elts))
    if (element->node_case == PG_QUERY__NODE__NODE_COLUMN_DEF) visit(*element->column_def, *stmt.relation);
}

/// Calls `visit(constraint, table, column)` for every constraint that ALTER TABLE adds to a table that was there
/// before; `column` is nullptr, or the added column that it stands behind.
template <class F>
void each_constraint_added(const Scene& scene, F visit) {
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar& table) {
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint) {
      visit(*command.def->constraint, table, static_cast<const PgQuery__ColumnDef*>(nullptr));
    } else if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn) {
      const PgQuery__ColumnDef& column = *command.def->column_def;
      for (const Node* constraint : nodes(column.n_constraints, column.constraints))
        visit(*constraint->constraint, table, &column);
    }
  });
}

/// Calls `visit(name, object)` for what DROP of `type` drops.
template <class F>
void each_dropped(const Scene& scene, PgQuery__ObjectType type, F visit) {
  if (scene.node().node_case != PG_QUERY__NODE__NODE_DROP_STMT) return;
  const PgQuery__DropStmt& stmt = *scene.node().drop_stmt;
  if (stmt.remove_type != type) return;
  for (const Node* object : nodes(stmt.n_objects, stmt.objects)) {
    std::vector<std::string> name = parse::strings_of(parse::items_of(object));
    if (name.empty()) name.emplace_back(parse::string_of(object));  // a schema
    visit(name, stmt);
  }
}

/// The column's constraint of that type, or nullptr.
[[nodiscard]] const PgQuery__Constraint* constraint_of(const PgQuery__ColumnDef& column, PgQuery__ConstrType type);

/// As the user would write it.
[[nodiscard]] std::string shown(const PgQuery__RangeVar& name);
[[nodiscard]] std::string shown(const std::vector<std::string>& name);

/// A relation's name that is given as a list of strings.
struct NamedRelation {
  explicit NamedRelation(const std::vector<std::string>& parts);
  NamedRelation(const NamedRelation&) = delete;
  NamedRelation& operator=(const NamedRelation&) = delete;

  PgQuery__RangeVar range;

 private:
  std::string schema_, name_;
};

/// A type's name without pg_catalog: "varchar", "timestamptz", "int4", "public.mood".
[[nodiscard]] std::string type_name(const PgQuery__TypeName& type);

/// Whether `params` (of REINDEX, CLUSTER, VACUUM) hold the word, not switched off.
[[nodiscard]] bool has_option(parse::Nodes params, std::string_view name);

/// Whether the statement waits for a lock that keeps others out of a table that was there before.
[[nodiscard]] bool takes_strong_lock(const Scene& scene);

/// "a, b" of a list of names.
[[nodiscard]] std::string joined(parse::Nodes names);

}  // namespace trueup::hazards
