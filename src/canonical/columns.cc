#include "base/quote.h"
#include "canonical/analyzer.h"
#include "canonical/renamer.h"

namespace trueup::canonical {

bool is_star(const PgQuery__ColumnRef& node) {
  return node.n_fields > 0 && node.fields[node.n_fields - 1]->node_case == PG_QUERY__NODE__NODE_A_STAR;
}

void Analyzer::refer(const RelationInfo& relation) {
  if (relation.object) references.insert(*relation.object);
}

void Analyzer::refer(const RangeEntry& entry, std::string_view column) {
  if (entry.kind != RangeEntry::Kind::relation || !entry.relation || !entry.relation->object) return;
  const ObjectId& relation = *entry.relation->object;
  const ObjectId id = column_id(relation.schema, relation.name, column);
  references.insert(names.catalog().find(id) ? id : relation);
}

/// Notes which table columns an output column stands on, and hands it back.
static Expr* used(Analyzer& analyzer, Expr* expr) {
  if (expr->op == Op::column && expr->entry && expr->index >= 0 &&
      expr->index < static_cast<int>(expr->entry->own_names.size()))
    analyzer.refer(*expr->entry, expr->entry->own_names[expr->index]);
  for (Expr* arg : expr->args) used(analyzer, arg);
  return expr;
}

Expr* Analyzer::find_column(std::string_view name, bool& ambiguous) {
  ambiguous = false;
  bool from_outside = false;
  for (Scope* level = scope; level; level = level->parent) {
    Expr* found = nullptr;
    for (NamespaceItem& item : level->items) {
      if (!item.names_columns || (item.lateral_only && !level->in_lateral)) continue;
      for (auto& [column, expr] : item.columns) {
        if (column != name) continue;
        if (found) ambiguous = true;
        found = expr;
      }
      // A relation whose columns are not known may hold any name.
      if (!item.entry->known && !found) from_outside = true;
    }
    if (ambiguous || (from_outside && !found)) return nullptr;
    if (found) return used(*this, found);
  }
  return nullptr;
}

NamespaceItem* Analyzer::find_item(std::string_view schema, std::string_view name) {
  for (Scope* level = scope; level; level = level->parent)
    for (NamespaceItem& item : level->items) {
      if (!item.names_relation || item.name != name || (item.lateral_only && !level->in_lateral)) continue;
      if (schema.empty()) return &item;
      const RangeEntry& entry = *item.entry;
      if (!entry.has_alias && entry.relation && entry.relation->schema == (schema == "pg_catalog" ? "" : schema))
        return &item;
    }
  return nullptr;
}

Expr* Analyzer::whole_row(RangeEntry* entry) {
  Expr* expr = arena.make(Op::column, {type::record, -1});
  expr->entry = entry;
  expr->index = -1;
  if (entry->kind == RangeEntry::Kind::relation && entry->relation) {
    const std::string_view schema = entry->relation->schema;
    if (const TypeId row = names.types.row_type(schema, entry->relation->name); row != type::none) {
      expr->type.id = row;
      refer_type(row);
    }
    for (const std::string& column : entry->own_names) refer(*entry, column);
  } else if (entry->kind == RangeEntry::Kind::function && entry->functions.size() == 1 && !entry->ordinality) {
    // The row of a scalar function is its value.
    const TypeId result = entry->functions[0]->type.id;
    if (result != type::record) expr->type.id = result;
    if (entry->columns.size() == 1 && names.types.info(names.types.base(result)).kind != 'c') expr->index = 0;
  }
  return expr;
}

Expr* Analyzer::find_qualified(std::string_view schema, std::string_view relation, std::string_view name) {
  NamespaceItem* item = find_item(schema, relation);
  if (!item) return nullptr;
  for (auto& [column, expr] : item->columns)
    if (column == name) return used(*this, expr);
  return nullptr;
}

static Expr* function_parameter(Analyzer& analyzer, std::string_view name) {
  for (std::size_t i = 0; i < analyzer.parameters.size(); ++i) {
    if (analyzer.parameters[i].first != name) continue;
    Expr* expr = analyzer.arena.make(Op::parameter, analyzer.parameters[i].second);
    expr->text = "$" + std::to_string(i + 1);
    return expr;
  }
  return nullptr;
}

/// transformColumnRef.
Expr* Analyzer::column(const PgQuery__ColumnRef& node) {
  const std::vector<std::string> parts = strings(node.n_fields, node.fields);
  Node wrapped = PG_QUERY__NODE__INIT;
  wrapped.node_case = PG_QUERY__NODE__NODE_COLUMN_REF;
  wrapped.column_ref = const_cast<PgQuery__ColumnRef*>(&node);
  if (is_star(node)) {
    NamespaceItem* item = nullptr;
    if (parts.size() == 1) item = find_item({}, parts[0]);
    if (parts.size() == 2) item = find_item(parts[0], parts[1]);
    if (!item) return opaque(&wrapped);
    Expr* row = whole_row(item->entry);
    if (renamer) renamer->note_column(node, *row);
    return row;
  }
  Expr* found = nullptr;
  if (parts.size() == 1) {
    if (domain_value.id != type::none && parts[0] == "value") return arena.make(Op::value, domain_value);
    bool ambiguous = false;
    found = find_column(parts[0], ambiguous);
    if (!found && !ambiguous) found = function_parameter(*this, parts[0]);
    if (!found && !ambiguous)
      if (NamespaceItem* item = find_item({}, parts[0])) found = whole_row(item->entry);
  } else if (parts.size() == 2) {
    found = find_qualified({}, parts[0], parts[1]);
    if (!found && !function_name.empty() && parts[0] == function_name) found = function_parameter(*this, parts[1]);
    if (!found)
      if (NamespaceItem* item = find_item({}, parts[0]); item && item->entry->known)
        found = make_call({}, parts[1], {whole_row(item->entry)}, nullptr);
  } else {
    found = find_qualified(parts[parts.size() - 3], parts[parts.size() - 2], parts.back());
  }
  if (found && renamer) renamer->note_column(node, *found);
  return found ? found : opaque(&wrapped);
}

/// The column of that name of a whole row's entry (ParseComplexProjection); nullptr where it has none.
static Expr* column_of_row(Analyzer& analyzer, const Expr& row, std::string_view name) {
  if (row.op != Op::column || row.index != -1) return nullptr;
  for (Scope* level = analyzer.scope; level; level = level->parent)
    for (NamespaceItem& item : level->items) {
      if (item.entry != row.entry) continue;
      for (auto& [column, expr] : item.columns)
        if (column == name) return used(analyzer, expr);
    }
  return nullptr;
}

Expr* Analyzer::field(Expr* arg, std::string_view name) {
  if (Expr* column = column_of_row(*this, *arg, name)) return column;
  Expr* expr = arena.make(Op::field);
  expr->text = name;
  expr->args = {arg};
  const std::vector<ColumnInfo>* columns = arg->type.id == type::none ? nullptr : names.row(arg->type.id);
  if (columns)
    for (const ColumnInfo& column : *columns)
      if (column.name == name) {
        expr->type = column.type;
        return expr;
      }
  unsure = true;
  return expr;
}

/// One or more subscripts in a row: container, then lower and upper bound of each (nullptr is left out).
static Expr* subscripts(Analyzer& analyzer, Expr* container, const std::vector<const PgQuery__AIndices*>& list) {
  Expr* expr = analyzer.arena.make(Op::subscript);
  expr->args = {container};
  const TypeId base = analyzer.names.types.base(container->type.id);
  const bool json = base == type::jsonb;
  const TypeId element = container->type.id == type::none ? type::none : analyzer.names.types.info(base).element;
  bool slice = false;
  for (const PgQuery__AIndices* index : list) slice = slice || index->is_slice;
  const auto bound = [&](const PgQuery__Node* node) {
    Expr* value = analyzer.expression(node);
    TypeId wanted = type::int4;
    if (json && value->type.id != type::int4) wanted = type::text;
    Expr* coerced = analyzer.coerce.to_type(value, wanted, Context::assignment, true);
    if (!coerced) analyzer.unsure = true;
    return coerced ? coerced : value;
  };
  for (const PgQuery__AIndices* index : list) {
    if (index->lidx) {
      expr->args.push_back(bound(index->lidx));
      expr->text += 'l';
    }
    if (index->uidx) {
      expr->args.push_back(bound(index->uidx));
      expr->text += 'u';
    }
    expr->text += index->is_slice ? ':' : (slice ? '1' : '.');
  }
  if (json)
    expr->type = {type::jsonb, -1};
  else if (element == type::none)
    analyzer.unsure = true;
  else
    expr->type = slice ? TypeUse{base, container->type.modifier} : TypeUse{element, container->type.modifier};
  return expr;
}

Expr* Analyzer::indirection(const PgQuery__AIndirection& node) {
  Expr* result = expression(node.arg);
  std::vector<const PgQuery__AIndices*> pending;
  const auto flush = [&] {
    if (!pending.empty()) result = subscripts(*this, result, pending);
    pending.clear();
  };
  for (std::size_t i = 0; i < node.n_indirection; ++i) {
    const Node& step = *node.indirection[i];
    if (step.node_case == PG_QUERY__NODE__NODE_A_INDICES) {
      pending.push_back(step.a_indices);
    } else if (step.node_case == PG_QUERY__NODE__NODE_STRING) {
      flush();
      result = field(result, step.string->sval);
    } else {
      flush();
      unsure = true;
      Expr* all = arena.make(Op::field);
      all->text = "*";
      all->args = {result};
      result = all;
    }
  }
  flush();
  return result;
}

}  // namespace trueup::canonical
