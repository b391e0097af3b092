#include "parse/alter_column.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/quote.h"
#include "parse/column.h"
#include "parse/composite_type.h"
#include "parse/constraint.h"
#include "parse/expression.h"
#include "parse/foreign.h"
#include "parse/grammar.h"
#include "parse/inheritance.h"
#include "parse/not_null.h"
#include "parse/sequence.h"
#include "parse/storage_parameters.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

constexpr std::array column_commands = {
    PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn,      PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault,
    PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull,    PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull,
    PG_QUERY__ALTER_TABLE_TYPE__AT_DropExpression, PG_QUERY__ALTER_TABLE_TYPE__AT_SetStatistics,
    PG_QUERY__ALTER_TABLE_TYPE__AT_SetOptions,     PG_QUERY__ALTER_TABLE_TYPE__AT_ResetOptions,
    PG_QUERY__ALTER_TABLE_TYPE__AT_SetStorage,     PG_QUERY__ALTER_TABLE_TYPE__AT_SetCompression,
    PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn,     PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType,
    PG_QUERY__ALTER_TABLE_TYPE__AT_AddIdentity,    PG_QUERY__ALTER_TABLE_TYPE__AT_SetIdentity,
    PG_QUERY__ALTER_TABLE_TYPE__AT_DropIdentity,   PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnGenericOptions,
};

Outcome no_column(const ObjectId& table, std::string_view name) {
  return {.missing = fmt::format("column {} of {}", quote_identifier(name), to_string(table)), .offset = -1};
}

void inherit_new_column(const Step& step, const ObjectId& child, const Object& from) {
  Object* there = step.fold.catalog.find(column_id(child.schema, child.name, from.id.name));
  if (!there) {
    const auto& parent = std::get<Column>(from.payload);
    Column column = parent;
    inherit_not_null(parent, column);
    column.identity.reset();
    there = add_column(step, child, from.id.name, std::move(column));
  }
  if (!there) return;
  there->inherited_from = from.id;
  for (const ObjectId& heir : step.fold.heirs_of(child)) inherit_new_column(step, heir, *there);
}

Outcome add(Step& step, const ObjectId& table, const PgQuery__AlterTableCmd& command) {
  const PgQuery__ColumnDef& definition = *command.def->column_def;
  if (command.missing_ok && step.fold.column(table, definition.colname)) return {};
  StatedConstraints stated;
  define_column(step, table, definition, stated);
  const Object* object =
      step.fold.catalog.find(column_id(table.schema, table.name, cut_identifier(definition.colname)));
  name_not_nulls(step, table);
  if (object)
    for (const ObjectId& heir : step.fold.heirs_of(table)) inherit_new_column(step, heir, *object);
  define_checks(step, table, stated.checks, false);
  define_keys(step, table, stated.keys);
  define_foreign_keys(step, table, stated.foreign_keys, false);
  return {};
}

bool names(const std::vector<std::string>& list, std::string_view column) {
  return std::find(list.begin(), list.end(), column) != list.end();
}

bool uses(const Expression& expression, std::string_view column) {
  if (expression.empty()) return false;
  Tree tree;
  const Node* node = parse_expression(expression.text, tree, nullptr);
  return node && names(columns_used(*node), column);
}

bool uses(const std::vector<KeyElement>& elements, std::string_view column) {
  return std::any_of(elements.begin(), elements.end(), [&](const KeyElement& e) { return uses(e.expression, column); });
}

// What goes with a dropped column: constraints and indexes that use it (RemoveRelations' dependencies).
bool uses(const Object& object, std::string_view column) {
  if (const auto* key = std::get_if<Key>(&object.payload))
    return names(key->columns, column) || names(key->include, column);
  if (const auto* key = std::get_if<ForeignKey>(&object.payload)) return names(key->columns, column);
  if (const auto* check = std::get_if<Check>(&object.payload)) return uses(check->expression, column);
  if (const auto* key = std::get_if<Exclusion>(&object.payload))
    return uses(key->elements, column) || uses(key->predicate, column);
  if (const auto* index = std::get_if<Index>(&object.payload))
    return uses(index->elements, column) || names(index->include, column) || uses(index->predicate, column);
  return false;
}

void drop_column(Step& step, const ObjectId& table, std::string_view name) {
  std::vector<ObjectId> gone;
  for (const Kind kind : {Kind::primary_key, Kind::unique_key, Kind::exclusion, Kind::check, Kind::foreign_key})
    for (const Object* part : step.fold.parts(kind, table))
      if (uses(*part, name)) gone.push_back(part->id);
  for (const ObjectId& index : step.fold.indexes_on(table))
    if (uses(*step.fold.catalog.find(index), name)) gone.push_back(index);
  for (const ObjectId& id : gone) step.fold.erase(id);
  const ObjectId column = column_id(table.schema, table.name, name);
  step.fold.erase(column);
  for (const ObjectId& heir : step.fold.heirs_of(table)) {
    const Object* inherited = step.fold.catalog.find(column_id(heir.schema, heir.name, name));
    if (inherited && inherited->inherited_from == column) drop_column(step, heir, name);
  }
}

// The type under a domain, without its length.
std::string base_type(const Fold& fold, std::string type) {
  while (type.find('.') != std::string::npos) {
    const auto domain = std::find_if(fold.catalog.objects.begin(), fold.catalog.objects.end(), [&](const auto& entry) {
      return entry.first.kind == Kind::domain && sql_name(entry.first) == type;
    });
    if (domain == fold.catalog.objects.end()) break;
    type = std::get<Domain>(domain->second.payload).type;
  }
  const std::string base = without_modifier(type);
  if (base == "character") return "bpchar";
  return base == "bit" ? "\"bit\"" : base;
}

// A default keeps the type that it was read with: 'x' on a varchar column that becomes text is 'x'::varchar.
void keep_default(const Fold& fold, Column& column) {
  Tree tree;
  const Expression& value = column.default_value;
  const Node* node = value.empty() ? nullptr : parse_expression(value.text, tree, nullptr);
  if (!node || node->node_case != PG_QUERY__NODE__NODE_A_CONST) return;
  const PgQuery__AConst& constant = *node->a_const;
  if (!constant.isnull && constant.val_case != PG_QUERY__A__CONST__VAL_SVAL) return;
  column.default_value.text += "::" + base_type(fold, column.type);
}

// The server reads checks and indexes on the column again from the text it prints of them.
void note_retyped(const Step& step, const ObjectId& table, const std::string& name, const std::string& before) {
  std::vector<Object*> parts = step.fold.parts(Kind::check, table);
  for (Object* part : step.fold.parts(Kind::exclusion, table)) parts.push_back(part);
  for (const ObjectId& index : step.fold.indexes_on(table)) parts.push_back(step.fold.catalog.find(index));
  for (Object* part : parts)
    each_expression(*part, [&](Expression& expression) {
      if (uses(expression, name)) expression.retyped.push_back({.column = name, .before = before});
    });
}

void change_type(const Step& step, const ObjectId& table, const std::string& name, const PgQuery__ColumnDef& definition,
                 Column& column) {
  const std::string before = column.type;
  column.type = type_text(step, *definition.type_name);
  if (column.type != before) {
    const std::string after = std::exchange(column.type, before);
    keep_default(step.fold, column);
    column.type = after;
    note_retyped(step, table, name, before);
  }
  column.storage.clear();
  column.compression.clear();
  if (column.identity) column.identity->options = with_type(column.identity->options, column.type);
  column.collation.clear();
  if (definition.coll_clause)
    column.collation =
        collation_text(step, nodes(definition.coll_clause->n_collname, definition.coll_clause->collname));
}

// The grammar gives ALWAYS and BY DEFAULT as the letter's code.
void set_identity(const Step& step, Nodes options, Identity& identity) {
  for (const Node* node : options)
    if (std::string_view(node->def_elem->defname) == "generated")
      identity.generation =
          value_text(*node->def_elem) == std::to_string(static_cast<int>('a')) ? "always" : "by default";
  identity.options = altered_sequence(step, options, identity.options).options;
}

void set_statistics(Column& column, const PgQuery__AlterTableCmd& command) {
  const std::string text = value_text(command.def);
  column.statistics_target = text.empty() ? -1 : std::atoi(text.c_str());
}

// One column; true where the server goes on to the children's.
bool alter(Step& step, Object& object, const ObjectId& table, const PgQuery__AlterTableCmd& command) {
  auto& column = std::get<Column>(object.payload);
  switch (static_cast<int>(command.subtype)) {
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault:
      column.default_value = expression_of(step, command.def);
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropNotNull:
      make_nullable(step, object);
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetNotNull:
      make_not_null(step, object, {});
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropExpression:
      column.generated = {};
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetStatistics:
      set_statistics(column, command);
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetOptions:
      set_storage_parameters(column.options, items_of(command.def));
      return false;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_ResetOptions:
      reset_storage_parameters(column.options, items_of(command.def));
      return false;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnGenericOptions:
      change_foreign_options(column.foreign_options, items_of(command.def));
      return false;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetStorage:
      column.storage = storage_of(value_text(command.def), column.type);
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetCompression:
      column.compression = value_text(command.def) == "default" ? "" : value_text(command.def);
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType:
      change_type(step, table, object.id.name, *command.def->column_def, column);
      return true;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_AddIdentity:
      make_identity(step, table, object, *command.def->constraint);
      return false;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_SetIdentity:
      if (column.identity) set_identity(step, items_of(command.def), *column.identity);
      return false;
    case PG_QUERY__ALTER_TABLE_TYPE__AT_DropIdentity:
      column.identity.reset();
      step.fold.remove_identity_sequence(object.id);
      return false;
    default:
      return false;
  }
}

Outcome alter_tree(Step& step, const ObjectId& table, const PgQuery__AlterTableCmd& command, bool recurse) {
  Object* object = step.fold.catalog.find(column_id(table.schema, table.name, cut_identifier(command.name)));
  if (!object) return no_column(table, command.name);
  if (!alter(step, *object, table, command) || !recurse) return {};
  for (const ObjectId& heir : step.fold.heirs_of(table)) alter_tree(step, heir, command, recurse);
  return {};
}

Outcome alter_view_column(Step& step, Object& view, const PgQuery__AlterTableCmd& command) {
  auto* payload = std::get_if<View>(&view.payload);
  if (payload && command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ColumnDefault) {
    if (command.def)
      payload->column_defaults[command.name] = expression_of(step, command.def);
    else
      payload->column_defaults.erase(command.name);
    return {};
  }
  step.not_managed("altering a column of a view");
  return {};
}

Outcome alter_index_column(Object& index, const PgQuery__AlterTableCmd& command) {
  auto* payload = std::get_if<Index>(&index.payload);
  if (!payload || command.subtype != PG_QUERY__ALTER_TABLE_TYPE__AT_SetStatistics) return {};
  const std::string text = value_text(command.def);
  const int target = text.empty() ? -1 : std::atoi(text.c_str());
  if (target < 0)
    payload->statistics_targets.erase(command.num);
  else
    payload->statistics_targets[command.num] = target;
  return {};
}

}  // namespace

// A tree from before version 17 has no such subcommand.
bool sets_expression(const PgQuery__AlterTableCmd& command) {
  return word_of_field(command.base, "subtype") == "AT_SetExpression";
}

Outcome set_expression(Step& step, const ObjectId& table, const PgQuery__AlterTableCmd& command) {
  Column* column = step.fold.column(table, command.name);
  if (!column) return no_column(table, command.name);
  column->generated = expression_of(step, command.def);
  for (const ObjectId& heir : step.fold.heirs_of(table)) set_expression(step, heir, command);
  return {};
}

bool alters_column(const PgQuery__AlterTableCmd& command) {
  return std::find(column_commands.begin(), column_commands.end(), command.subtype) != column_commands.end();
}

Outcome alter_column(Step& step, const ObjectId& relation, const PgQuery__AlterTableCmd& command, bool recurse) {
  Object& object = *step.fold.catalog.find(relation);
  if (auto* composite = std::get_if<CompositeType>(&object.payload)) return alter_attribute(step, *composite, command);
  if (relation.kind == Kind::index) return alter_index_column(object, command);
  if (!is_table(relation.kind)) return alter_view_column(step, object, command);
  if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn) return add(step, relation, command);
  if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn) {
    const bool found = step.fold.column(relation, command.name) != nullptr;
    if (!found) return command.missing_ok ? Outcome{} : no_column(relation, command.name);
    drop_column(step, relation, command.name);
    return {};
  }
  return alter_tree(step, relation, command, recurse);
}

}  // namespace trueup::parse
