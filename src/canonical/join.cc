#include <algorithm>

#include "canonical/analyzer.h"
#include "canonical/renamer.h"

namespace trueup::canonical {
namespace {

using Columns = std::vector<std::pair<std::string, Expr*>>;

std::string_view join_word(PgQuery__JoinType type) {
  switch (static_cast<int>(type)) {
    case PG_QUERY__JOIN_TYPE__JOIN_LEFT:
      return "LEFT";
    case PG_QUERY__JOIN_TYPE__JOIN_RIGHT:
      return "RIGHT";
    case PG_QUERY__JOIN_TYPE__JOIN_FULL:
      return "FULL";
    default:
      return "INNER";
  }
}

Expr* column_named(const Columns& columns, std::string_view name) {
  for (const auto& [column, expr] : columns)
    if (column == name) return expr;
  return nullptr;
}

/// buildMergedJoinVar: the side that a USING column is taken from; nullptr where it is a value of its own.
Expr* merged(const Coercion& coerce, PgQuery__JoinType type, Expr* left, Expr* right, TypeUse& out) {
  const std::vector<Expr*> both = {left, right};
  const TypeId common = coerce.common_type(both);
  out = {common, left->type == right->type ? left->type.modifier : -1};
  const bool left_fits = left->type.id == common;
  const bool right_fits = right->type.id == common;
  switch (static_cast<int>(type)) {
    case PG_QUERY__JOIN_TYPE__JOIN_LEFT:
      return left_fits ? left : nullptr;
    case PG_QUERY__JOIN_TYPE__JOIN_RIGHT:
      return right_fits ? right : nullptr;
    case PG_QUERY__JOIN_TYPE__JOIN_FULL:
      return nullptr;
    default:
      return left_fits ? left : right_fits ? right : nullptr;
  }
}

}  // namespace

/// transformFromClauseItem for JOIN.
RangeEntry* Analyzer::from_join(const PgQuery__JoinExpr& node, std::vector<NamespaceItem>& items) {
  auto* join = arena.keep<RangeEntry>();
  join->kind = RangeEntry::Kind::join;
  join->owner = scope;
  join->join_type = join_word(node.jointype);
  std::vector<NamespaceItem> left_items;
  std::vector<NamespaceItem> right_items;
  join->left = from_item(*node.larg, left_items);
  // The right side sees the left one, LATERAL only.
  const std::size_t outer = scope->items.size();
  for (NamespaceItem item : left_items) {
    item.lateral_only = true;
    scope->items.push_back(item);
  }
  join->right = from_item(*node.rarg, right_items);
  scope->items.resize(outer);

  const Columns left = left_items.back().columns;
  const Columns right = right_items.back().columns;
  join->known = join->left->known && join->right->known;
  join->using_columns = strings(node.n_using_clause, node.using_clause);
  if (node.is_natural) {
    if (!join->known) unsure = true;
    for (const auto& [name, expr] : left)
      if (column_named(right, name)) join->using_columns.push_back(name);
  }
  if (node.join_using_alias) join->using_alias = node.join_using_alias->aliasname;

  Columns outputs;
  Columns shared;
  for (const std::string& name : join->using_columns) {
    Expr* left_column = column_named(left, name);
    Expr* right_column = column_named(right, name);
    if (renamer) {
      renamer->note_using(left_column);
      renamer->note_using(right_column);
    }
    TypeUse type;
    Expr* source_column = nullptr;
    if (left_column && right_column) {
      source_column = merged(coerce, node.jointype, left_column, right_column, type);
      make_operation({}, "=", left_column, right_column, -1);
      for (Expr* side : {left_column, right_column})
        if (side->op == Op::column && side->entry && side->index >= 0 &&
            side->index < static_cast<int>(side->entry->own_names.size()))
          refer(*side->entry, side->entry->own_names[side->index]);
    } else {
      unsure = true;
    }
    if (!source_column) {
      source_column = arena.make(Op::column, type);
      source_column->entry = join;
      source_column->index = static_cast<int>(outputs.size());
    }
    outputs.emplace_back(name, source_column);
    shared.emplace_back(name, source_column);
  }
  for (const Columns* side : {&left, &right})
    for (const auto& column : *side)
      if (!column_named(shared, column.first)) outputs.push_back(column);
  for (const auto& [name, expr] : outputs) {
    join->columns.push_back({.name = name, .type = expr->type});
    join->join_columns.push_back(expr);
  }
  apply_alias(*join, node.alias);
  if (scope->query) scope->query->entries.push_back(join);

  if (node.quals) {
    // ON sees both sides and nothing else of this FROM.
    std::vector<NamespaceItem> kept = std::move(scope->items);
    scope->items = left_items;
    scope->items.insert(scope->items.end(), right_items.begin(), right_items.end());
    for (const NamespaceItem& item : kept)
      if (item.lateral_only) scope->items.push_back(item);
    join->quals = boolean(node.quals);
    scope->items = std::move(kept);
  }

  for (std::vector<NamespaceItem>* side : {&left_items, &right_items})
    for (NamespaceItem& item : *side) {
      item.names_columns = false;
      if (node.alias) item.names_relation = false;
      items.push_back(std::move(item));
    }
  if (node.join_using_alias)
    items.push_back({.entry = join, .name = join->using_alias, .names_columns = false, .columns = shared});
  NamespaceItem own = node.alias ? item_for(join) : NamespaceItem{.entry = join, .columns = outputs};
  own.names_relation = node.alias != nullptr;
  own.name = join->name;
  items.push_back(std::move(own));
  return join;
}

}  // namespace trueup::canonical
