#include "hazards/history.h"

#include <algorithm>

#include "hazards/scene.h"

namespace trueup::hazards {

using namespace parse;

namespace {

bool fits(const TableHistory& table, std::string_view schema) {
  return table.schema == schema || table.schema.empty() || schema.empty();
}

bool is_temporary(const PgQuery__RangeVar& name) { return std::string_view(name.relpersistence) == "t"; }

}  // namespace

std::string column_not_null(const Node* expression) {
  if (!expression || expression->node_case != PG_QUERY__NODE__NODE_NULL_TEST) return {};
  const PgQuery__NullTest& test = *expression->null_test;
  if (test.nulltesttype != PG_QUERY__NULL_TEST_TYPE__IS_NOT_NULL || !test.arg) return {};
  if (test.arg->node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return {};
  const PgQuery__ColumnRef& column = *test.arg->column_ref;
  return std::string(last_string(nodes(column.n_fields, column.fields)));
}

const TableHistory* History::table(const PgQuery__RangeVar& name) const {
  const auto found = tables_.find(name.relname);
  if (found == tables_.end()) return nullptr;
  for (const TableHistory& table : found->second)
    if (fits(table, name.schemaname)) return &table;
  return nullptr;
}

bool History::made(const PgQuery__RangeVar& name) const {
  const TableHistory* known = table(name);
  return is_temporary(name) || (known && known->made);
}

bool History::idle(const PgQuery__RangeVar& name) const {
  const TableHistory* known = table(name);
  return made(name) || (known && known->empty);
}

void History::holds_no_rows(const ObjectId& table) {
  TableHistory& empty = tables_[table.name].emplace_back();
  empty.schema = table.schema;
  empty.empty = true;
}

std::vector<std::string> History::labels_added(int transaction) const {
  std::vector<std::string> found;
  for (const auto& [where, label] : labels_)
    if (where == transaction) found.push_back(label);
  return found;
}

TableHistory& History::table_of(const PgQuery__RangeVar& name) {
  std::vector<TableHistory>& named = tables_[name.relname];
  for (TableHistory& table : named)
    if (fits(table, name.schemaname)) return table;
  named.emplace_back().schema = name.schemaname;
  return named.back();
}

void History::make(const PgQuery__RangeVar& name) {
  TableHistory& table = table_of(name);
  table = {};
  table.schema = name.schemaname;
  table.made = true;
}

void History::next_file() {
  for (auto& [name, tables] : tables_)
    for (TableHistory& table : tables) {
      TableHistory kept;
      kept.schema = table.schema;
      kept.partitioned = table.partitioned;
      kept.null_checks = table.null_checks;
      kept.not_null = table.not_null;
      table = std::move(kept);
    }
  indexes_made_.clear();
  indexes_dropped_.clear();
  types_made_.clear();
  schemas_made_.clear();
  others_made_.clear();
  settings_.clear();
  said_.clear();
  labels_.clear();
}

void History::note_constraint(TableHistory& table, const PgQuery__Constraint& constraint, int transaction) {
  const std::string name = constraint.conname;
  if (!name.empty()) table.constraints_added.insert(name);
  if (constraint.skip_validation) table.not_valid[name] = transaction;
  std::string column;
  if (constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_CHECK) column = column_not_null(constraint.raw_expr);
  if (constraint.contype == PG_QUERY__CONSTR_TYPE__CONSTR_NOTNULL && constraint.n_keys == 1)
    column = string_of(constraint.keys[0]);
  if (column.empty()) return;
  table.null_checks[name] = column;
  if (!constraint.skip_validation) table.not_null.insert(column);
}

void History::note_command(TableHistory& table, const PgQuery__AlterTableCmd& command, int transaction) {
  switch (static_cast<int>(command.subtype)) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn:
      table.columns_added.insert(command.def->column_def->colname);
      break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddConstraint:
      note_constraint(table, *command.def->constraint, transaction);
      break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ValidateConstraint:
      if (const auto check = table.null_checks.find(command.name); check != table.null_checks.end())
        table.not_null.insert(check->second);
      break;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropConstraint:
      if (const auto check = table.null_checks.find(command.name); check != table.null_checks.end()) {
        table.not_null.erase(check->second);
        table.null_checks.erase(check);
      }
      break;
    default:
      break;
  }
}

void History::note_alter_table(const PgQuery__AlterTableStmt& stmt, int transaction) {
  TableHistory& table = table_of(*stmt.relation);
  table.altered_in = true;
  table.altered_transaction = transaction;
  for (const Node* node : nodes(stmt.n_cmds, stmt.cmds)) {
    const PgQuery__AlterTableCmd& command = *node->alter_table_cmd;
    note_command(table, command, transaction);
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AttachPartition &&
        stmt.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE)
      table.partitioned = true;
  }
}

void History::note_create(const PgQuery__CreateStmt& stmt) {
  make(*stmt.relation);
  TableHistory& table = table_of(*stmt.relation);
  table.partitioned = stmt.partspec != nullptr;
  if (stmt.partbound && stmt.n_inh_relations == 1) table_of(*stmt.inh_relations[0]->range_var).partitioned = true;
}

void History::note_index(const PgQuery__IndexStmt& stmt) {
  if (*stmt.idxname) indexes_made_.insert(stmt.idxname);
}

void History::note_drop(const PgQuery__DropStmt& stmt) {
  for (const Node* object : nodes(stmt.n_objects, stmt.objects)) {
    const std::string name(last_string(items_of(object)));
    if (stmt.remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX) indexes_dropped_.insert(name);
    if (stmt.remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE) tables_.erase(name);
  }
}

void History::note_rename(const PgQuery__RenameStmt& stmt) {
  if (stmt.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE && stmt.relation) {
    const TableHistory* old = table(*stmt.relation);
    if (old) tables_[stmt.newname].push_back(*old);
  }
  if (stmt.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX && stmt.relation &&
      indexes_made_.contains(stmt.relation->relname))
    indexes_made_.insert(stmt.newname);
}

void History::note(const Statement& statement) {
  const Node& node = statement.node();
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_CREATE_STMT:
      return note_create(*node.create_stmt);
    case PG_QUERY__NODE__NODE_CREATE_TABLE_AS_STMT:
      return make(*node.create_table_as_stmt->into->rel);
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
      return note_alter_table(*node.alter_table_stmt, statement.transaction);
    case PG_QUERY__NODE__NODE_INDEX_STMT:
      return note_index(*node.index_stmt);
    case PG_QUERY__NODE__NODE_DROP_STMT:
      return note_drop(*node.drop_stmt);
    case PG_QUERY__NODE__NODE_RENAME_STMT:
      return note_rename(*node.rename_stmt);
    case PG_QUERY__NODE__NODE_CREATE_ENUM_STMT:
      types_made_.insert(
          std::string(last_string(nodes(node.create_enum_stmt->n_type_name, node.create_enum_stmt->type_name))));
      return;
    case PG_QUERY__NODE__NODE_COMPOSITE_TYPE_STMT:
      types_made_.insert(node.composite_type_stmt->typevar->relname);
      return;
    case PG_QUERY__NODE__NODE_CREATE_DOMAIN_STMT:
      types_made_.insert(
          std::string(last_string(nodes(node.create_domain_stmt->n_domainname, node.create_domain_stmt->domainname))));
      return;
    case PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT:
      others_made_.insert(
          std::string(last_string(nodes(node.create_function_stmt->n_funcname, node.create_function_stmt->funcname))));
      return;
    case PG_QUERY__NODE__NODE_DEFINE_STMT:
      others_made_.insert(std::string(last_string(nodes(node.define_stmt->n_defnames, node.define_stmt->defnames))));
      return;
    case PG_QUERY__NODE__NODE_CREATE_RANGE_STMT:
      types_made_.insert(
          std::string(last_string(nodes(node.create_range_stmt->n_type_name, node.create_range_stmt->type_name))));
      return;
    case PG_QUERY__NODE__NODE_VIEW_STMT:
      return make(*node.view_stmt->view);
    case PG_QUERY__NODE__NODE_CREATE_SEQ_STMT:
      return make(*node.create_seq_stmt->sequence);
    case PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT:
      schemas_made_.insert(node.create_schema_stmt->schemaname);
      return;
    case PG_QUERY__NODE__NODE_ALTER_ENUM_STMT:
      if (!*node.alter_enum_stmt->old_val) labels_.emplace_back(statement.transaction, node.alter_enum_stmt->new_val);
      return;
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
      settings_.insert(node.variable_set_stmt->name);
      return;
    default:
      return;
  }
}

}  // namespace trueup::hazards
