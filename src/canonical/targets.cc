#include <algorithm>

#include "base/quote.h"
#include "canonical/analyzer.h"
#include "canonical/renamer.h"

namespace trueup::canonical {

std::optional<std::vector<std::pair<std::string, Expr*>>> Analyzer::star_columns(const PgQuery__ColumnRef& star) {
  const std::vector<std::string> parts = strings(star.n_fields, star.fields);
  std::vector<std::pair<std::string, Expr*>> columns;
  const auto add = [&](const NamespaceItem& item) {
    for (const auto& column : item.columns) columns.push_back(column);
    return item.entry->known;
  };
  if (parts.empty()) {
    for (const NamespaceItem& item : scope->items)
      if (item.names_columns && !item.lateral_only && !add(item)) return std::nullopt;
  } else {
    const NamespaceItem* item = find_item(parts.size() > 1 ? parts[parts.size() - 2] : "", parts.back());
    if (!item || !add(*item)) return std::nullopt;
  }
  for (const auto& [name, expr] : columns)
    if (expr->op == Op::column && expr->entry && expr->index >= 0 &&
        expr->index < static_cast<int>(expr->entry->own_names.size()))
      refer(*expr->entry, expr->entry->own_names[expr->index]);
  return columns;
}

/// The length of `*` or `"a"."t".*` at `offset`; 0 when it is not there.
static int star_length(std::string_view source, int offset) {
  if (offset < 0) return 0;
  bool quoted = false;
  for (std::size_t i = offset; i < source.size(); ++i) {
    if (source[i] == '"') quoted = !quoted;
    if (!quoted && source[i] == '*') return static_cast<int>(i) + 1 - offset;
  }
  return 0;
}

static std::string reference_text(const std::string& name, const Expr* expr) {
  const std::string& relation = expr->entry->name;
  return (relation.empty() ? "" : quote_identifier(relation) + ".") + quote_identifier(name);
}

void Analyzer::expand_star(const PgQuery__ColumnRef& star, Query& query) {
  const auto columns = star_columns(star);
  if (!columns) {
    unsure = true;
    Expr* all = arena.make(Op::opaque);
    const std::vector<std::string> parts = strings(star.n_fields, star.fields);
    for (const std::string& part : parts) all->text += quote_identifier(part) + ".";
    all->text += '*';
    query.targets.push_back({.expr = all, .name = "*"});
    query.opaque = "*";
    return;
  }
  std::string text;
  for (const auto& [name, expr] : *columns) {
    query.targets.push_back({.expr = expr, .name = name});
    text += (text.empty() ? "" : ", ") + reference_text(name, expr);
    // A column taken from below a join keeps the join's name for it.
    if (expr->index >= 0 && expr->entry->columns[expr->index].name != name) text += " AS " + quote_identifier(name);
  }
  if (const int length = star_length(source, star.location); length > 0 && !text.empty())
    edits.push_back({.offset = star.location, .length = length, .text = text});
}

/// (expression).* of a composite type.
static bool expand_row(Analyzer& analyzer, const PgQuery__AIndirection& node, Query& query) {
  if (node.n_indirection != 1 || node.indirection[0]->node_case != PG_QUERY__NODE__NODE_A_STAR) return false;
  Expr* row = analyzer.expression(node.arg);
  const std::vector<ColumnInfo>* columns = row->type.id == type::none ? nullptr : analyzer.names.row(row->type.id);
  if (!columns && row->op == Op::call && row->columns && !row->columns->empty()) columns = row->columns;
  if (!columns) return false;
  for (const ColumnInfo& column : *columns) {
    Expr* field = analyzer.arena.make(Op::field, column.type);
    field->text = column.name;
    field->args = {row};
    query.targets.push_back({.expr = field, .name = column.name});
  }
  return true;
}

/// transformTargetList.
void Analyzer::targets(std::size_t count, Node* const* nodes, Query& query) {
  for (std::size_t i = 0; i < count; ++i) {
    const PgQuery__ResTarget& target = *nodes[i]->res_target;
    const Node& value = *target.val;
    if (value.node_case == PG_QUERY__NODE__NODE_COLUMN_REF && is_star(*value.column_ref)) {
      expand_star(*value.column_ref, query);
      continue;
    }
    if (value.node_case == PG_QUERY__NODE__NODE_A_INDIRECTION && expand_row(*this, *value.a_indirection, query))
      continue;
    query.targets.push_back(
        {.expr = expression(&value), .name = *target.name ? std::string(target.name) : figure_name(value)});
    if (renamer) renamer->note_target(target, query.targets.back().name);
  }
}

/// findTargetlistEntrySQL92: an output column by number or name, else an expression. For a set operation only the
/// former, and `ordinal` says which.
Expr* Analyzer::sort_target(const Node& node, Query& query, bool group, int* ordinal) {
  const auto output = [&](std::size_t index) -> Expr* {
    if (query.set_op != Query::SetOp::none) {
      if (ordinal) *ordinal = static_cast<int>(index) + 1;
      return arena.make(Op::parameter, query.columns[index].type);
    }
    return query.targets[index].expr;
  };
  const std::size_t count = query.set_op == Query::SetOp::none ? query.targets.size() : query.columns.size();
  if (node.node_case == PG_QUERY__NODE__NODE_COLUMN_REF && node.column_ref->n_fields == 1 &&
      !is_star(*node.column_ref)) {
    const std::string name = strings(1, node.column_ref->fields)[0];
    bool in_from = false;
    if (group)
      for (const NamespaceItem& item : scope->items)
        for (const auto& column : item.columns) in_from = in_from || (item.names_columns && column.first == name);
    if (!in_from)
      for (std::size_t i = 0; i < count; ++i)
        if ((query.set_op == Query::SetOp::none ? query.targets[i].name : query.columns[i].name) == name)
          return output(i);
  }
  if (node.node_case == PG_QUERY__NODE__NODE_A_CONST && node.a_const->val_case == PG_QUERY__A__CONST__VAL_IVAL) {
    const int number = node.a_const->ival->ival;
    if (number >= 1 && static_cast<std::size_t>(number) <= count) return output(static_cast<std::size_t>(number) - 1);
  }
  if (query.set_op != Query::SetOp::none) unsure = true;
  return expression(&node);
}

}  // namespace trueup::canonical
