#include <algorithm>

#include "base/quote.h"
#include "canonical/analyzer.h"
#include "canonical/renamer.h"

namespace trueup::canonical {

void Analyzer::apply_alias(RangeEntry& entry, const PgQuery__Alias* alias) {
  for (const ColumnInfo& column : entry.columns) entry.own_names.push_back(column.name);
  if (!alias) return;
  entry.has_alias = true;
  entry.name = alias->aliasname;
  const std::vector<std::string> renamed = strings(alias->n_colnames, alias->colnames);
  for (std::size_t i = 0; i < renamed.size(); ++i) {
    if (i < entry.columns.size())
      entry.columns[i].name = renamed[i];
    else if (!entry.known)
      entry.columns.push_back({.name = renamed[i], .type = {}});
  }
}

NamespaceItem Analyzer::item_for(RangeEntry* entry) {
  NamespaceItem item{.entry = entry, .name = entry->name, .columns = {}};
  for (std::size_t i = 0; i < entry->columns.size(); ++i) {
    Expr* expr = arena.make(Op::column, entry->columns[i].type);
    expr->entry = entry;
    expr->index = static_cast<int>(i);
    item.columns.emplace_back(entry->columns[i].name, expr);
  }
  return item;
}

RangeEntry* Analyzer::add_relation(const RelationInfo& relation, std::string_view alias) {
  auto* entry = arena.keep<RangeEntry>();
  entry->owner = scope;
  entry->relation = &relation;
  entry->name = alias.empty() ? relation.name : alias;
  entry->columns = relation.columns;
  entry->known = relation.known;
  apply_alias(*entry, nullptr);
  return entry;
}

static CommonTable* find_cte(Scope* scope, std::string_view name) {
  for (Scope* level = scope; level; level = level->parent)
    for (auto it = level->ctes.rbegin(); it != level->ctes.rend(); ++it)
      if ((*it)->name == name) return *it;
  return nullptr;
}

RangeEntry* Analyzer::from_relation(const PgQuery__RangeVar& node) {
  auto* entry = arena.keep<RangeEntry>();
  entry->name = node.relname;
  entry->only = !node.inh;
  const std::string_view schema = node.schemaname;
  if (CommonTable* cte = schema.empty() ? find_cte(scope, node.relname) : nullptr) {
    entry->kind = RangeEntry::Kind::cte;
    entry->cte = cte;
    entry->columns = cte->columns;
  } else if (const RelationInfo* relation = names.relation(schema, node.relname, path)) {
    entry->relation = relation;
    entry->columns = names.columns_then(*relation);
    entry->known = relation->known;
    if (!relation->known) unsure = true;
    if (schema.empty()) qualify(node.location, relation->schema);
    refer(*relation);
  } else {
    entry->kind = RangeEntry::Kind::opaque;
    entry->known = false;
    const std::string only = schema.empty() ? only_schema() : std::string();
    if (schema.empty()) qualify(node.location, only);
    entry->text = qualified(schema.empty() ? std::string_view(only) : schema, node.relname);
    unsure = true;
  }
  apply_alias(*entry, node.alias);
  if (renamer) renamer->note_relation(node, *entry);
  return entry;
}

RangeEntry* Analyzer::from_subselect(const PgQuery__RangeSubselect& node) {
  auto* entry = arena.keep<RangeEntry>();
  entry->kind = RangeEntry::Kind::subquery;
  entry->lateral = node.lateral;
  if (node.subquery->node_case == PG_QUERY__NODE__NODE_SELECT_STMT) {
    const bool before = scope->in_lateral;
    scope->in_lateral = node.lateral;
    entry->query = select(*node.subquery->select_stmt, scope);
    scope->in_lateral = before;
    entry->columns = entry->query->columns;
    if (!entry->query->opaque.empty()) entry->known = false;
  } else {
    unsure = true;
  }
  apply_alias(*entry, node.alias);
  if (!node.alias) {  // from version 16 on; the server prints a name all the same
    entry->has_alias = true;
    entry->name = "unnamed_subquery";
  }
  return entry;
}

namespace {

/// The columns that one function in FROM gives.
std::vector<ColumnInfo> function_columns(Analyzer& analyzer, const Expr& call, const PgQuery__Alias* alias,
                                         const std::string& name, bool alone) {
  const std::vector<ColumnInfo>* row = call.type.id == type::none ? nullptr : analyzer.names.row(call.type.id);
  if (row) return *row;
  const bool has_outputs = call.op == Op::call && call.columns && !call.columns->empty();
  if (call.type.id == type::record) {
    if (has_outputs) {
      for (const ColumnInfo& column : *call.columns)
        if (is_polymorphic(column.type.id)) analyzer.unsure = true;
      return *call.columns;
    }
    analyzer.unsure = true;
    return {};
  }
  std::string column = name;
  if (has_outputs && call.columns->size() == 1 && !(*call.columns)[0].name.empty())
    column = (*call.columns)[0].name;
  else if (alone && alias)
    column = alias->aliasname;
  return {{.name = column, .type = call.type}};
}

/// AS (a integer, b text).
std::vector<ColumnInfo> defined_columns(Analyzer& analyzer, std::size_t count, PgQuery__Node* const* nodes) {
  std::vector<ColumnInfo> columns;
  for (std::size_t i = 0; i < count; ++i) {
    const PgQuery__ColumnDef& column = *nodes[i]->column_def;
    columns.push_back({.name = column.colname, .type = analyzer.type_name(*column.type_name)});
  }
  return columns;
}

std::string definition_text(const Analyzer& analyzer, const std::vector<ColumnInfo>& columns) {
  std::string text;
  for (const ColumnInfo& column : columns)
    text += (text.empty() ? "" : ", ") + quote_identifier(column.name) + " " + analyzer.names.types.format(column.type);
  return text;
}

}  // namespace

RangeEntry* Analyzer::from_function(const PgQuery__RangeFunction& node) {
  auto* entry = arena.keep<RangeEntry>();
  entry->kind = RangeEntry::Kind::function;
  entry->ordinality = node.ordinality;
  entry->rows_from = node.is_rowsfrom;
  entry->lateral = node.lateral;
  const bool before = scope->in_lateral;
  scope->in_lateral = true;
  for (std::size_t i = 0; i < node.n_functions; ++i) {
    const PgQuery__List& pair = *node.functions[i]->list;
    const Node& function = *pair.items[0];
    Expr* expr = expression(&function);
    entry->functions.push_back(expr);
    entry->lateral = entry->lateral || has_own_columns(expr, scope);
    const std::string name = figure_name(function);
    if (i == 0) entry->name = name;
    std::vector<ColumnInfo> columns;
    const PgQuery__Node* own = pair.n_items > 1 ? pair.items[1] : nullptr;
    if (own && own->node_case == PG_QUERY__NODE__NODE_LIST)
      columns = defined_columns(*this, own->list->n_items, own->list->items);
    else if (i == 0 && node.n_coldeflist > 0)
      columns = defined_columns(*this, node.n_coldeflist, node.coldeflist);
    entry->definitions.push_back(definition_text(*this, columns));
    if (columns.empty()) columns = function_columns(*this, *expr, node.alias, name, node.n_functions == 1);
    if (columns.empty()) entry->known = false;
    entry->columns.insert(entry->columns.end(), columns.begin(), columns.end());
  }
  scope->in_lateral = before;
  if (node.ordinality) entry->columns.push_back({.name = "ordinality", .type = {type::int8, -1}});
  apply_alias(*entry, node.alias);
  return entry;
}

/// What libpg_query makes of something in FROM.
static std::string deparse_from(const PgQuery__Node& node) {
  PgQuery__Node* from[] = {const_cast<PgQuery__Node*>(&node)};
  PgQuery__SelectStmt select = PG_QUERY__SELECT_STMT__INIT;
  select.n_from_clause = 1;
  select.from_clause = from;
  select.limit_option = PG_QUERY__LIMIT_OPTION__LIMIT_OPTION_DEFAULT;
  select.op = PG_QUERY__SET_OPERATION__SETOP_NONE;
  PgQuery__Node wrapped = PG_QUERY__NODE__INIT;
  wrapped.node_case = PG_QUERY__NODE__NODE_SELECT_STMT;
  wrapped.select_stmt = &select;
  Result<std::string> text = parse::deparse_statement(wrapped);
  return text ? *text : "?";
}

/// XMLTABLE: its columns are known, its text is taken as it stands.
RangeEntry* Analyzer::from_table_function(const PgQuery__RangeTableFunc& node) {
  auto* entry = arena.keep<RangeEntry>();
  entry->kind = RangeEntry::Kind::opaque;
  entry->name = "xmltable";
  unsure = true;
  for (std::size_t i = 0; i < node.n_columns; ++i) {
    const PgQuery__RangeTableFuncCol& column = *node.columns[i]->range_table_func_col;
    const TypeUse type = column.for_ordinality ? TypeUse{type::int4, -1} : type_name(*column.type_name);
    entry->columns.push_back({.name = column.colname, .type = type});
  }
  Node wrapped = PG_QUERY__NODE__INIT;
  wrapped.node_case = PG_QUERY__NODE__NODE_RANGE_TABLE_FUNC;
  wrapped.range_table_func = const_cast<PgQuery__RangeTableFunc*>(&node);
  entry->text = deparse_from(wrapped);
  apply_alias(*entry, node.alias);
  return entry;
}

RangeEntry* Analyzer::from_item(const Node& node, std::vector<NamespaceItem>& items) {
  RangeEntry* entry = nullptr;
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_RANGE_VAR:
      entry = from_relation(*node.range_var);
      break;
    case PG_QUERY__NODE__NODE_RANGE_SUBSELECT:
      entry = from_subselect(*node.range_subselect);
      break;
    case PG_QUERY__NODE__NODE_RANGE_FUNCTION:
      entry = from_function(*node.range_function);
      break;
    case PG_QUERY__NODE__NODE_RANGE_TABLE_FUNC:
      entry = from_table_function(*node.range_table_func);
      break;
    case PG_QUERY__NODE__NODE_JOIN_EXPR:
      return from_join(*node.join_expr, items);
    case PG_QUERY__NODE__NODE_RANGE_TABLE_SAMPLE: {
      const PgQuery__RangeTableSample& sample = *node.range_table_sample;
      entry = from_item(*sample.relation, items);
      entry->text = schema_and_name(sample.n_method, sample.method).second;
      for (std::size_t i = 0; i < sample.n_args; ++i) {
        Expr* value = coerce.to_type(expression(sample.args[i]), type::float4, Context::implicit, true);
        if (value) entry->arguments.push_back(value);
      }
      if (sample.repeatable) {
        Expr* seed = coerce.to_type(expression(sample.repeatable), type::float8, Context::implicit, true);
        if (seed) entry->arguments.push_back(seed);
        entry->text += " REPEATABLE";
      }
      return entry;
    }
    default:
      break;
  }
  if (!entry) {
    entry = arena.keep<RangeEntry>();
    entry->kind = RangeEntry::Kind::opaque;
    entry->known = false;
    entry->text = deparse_from(node);
    unsure = true;
  }
  entry->owner = scope;
  if (scope->query) scope->query->entries.push_back(entry);
  items.push_back(item_for(entry));
  return entry;
}

}  // namespace trueup::canonical
