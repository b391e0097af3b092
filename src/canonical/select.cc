#include <algorithm>

#include "canonical/analyzer.h"

namespace trueup::canonical {

Query* Analyzer::select(const PgQuery__SelectStmt& node, Scope* parent, bool resolve_unknown) {
  auto* query = arena.keep<Query>();
  auto* own = arena.keep<Scope>();
  own->parent = parent;
  own->query = query;
  Scope* const around = scope;
  CommonTable* const pending = recursive;
  scope = own;
  if (node.with_clause) {
    recursive = nullptr;
    with_clause(*node.with_clause, *query);
    recursive = pending;
  }
  if (node.op != PG_QUERY__SET_OPERATION__SETOP_NONE) {
    set_operation(node, *query);
  } else {
    recursive = nullptr;
    if (node.n_values_lists > 0)
      values(node, *query);
    else
      plain_select(node, *query);
  }
  recursive = nullptr;
  limits(node, *query);
  locking(node, *query);
  if (query->set_op == Query::SetOp::none) {
    if (resolve_unknown)
      for (Target& target : query->targets)
        if (coerce.is_unknown(target.expr))
          target.expr = coerce.to_type(target.expr, type::text, Context::implicit, true);
    if (query->values.empty())
      for (const Target& target : query->targets)
        query->columns.push_back({.name = target.name, .type = target.expr->type});
  }
  scope = around;
  return query;
}

void Analyzer::with_clause(const PgQuery__WithClause& node, Query& query) {
  query.recursive = node.recursive;
  for (std::size_t i = 0; i < node.n_ctes; ++i) {
    const PgQuery__CommonTableExpr& expr = *node.ctes[i]->common_table_expr;
    auto* cte = arena.keep<CommonTable>();
    cte->name = expr.ctename;
    cte->aliases = strings(expr.n_aliascolnames, expr.aliascolnames);
    if (expr.ctematerialized == PG_QUERY__CTEMATERIALIZE__CTEMaterializeAlways) cte->materialized = "MATERIALIZED";
    if (expr.ctematerialized == PG_QUERY__CTEMATERIALIZE__CTEMaterializeNever) cte->materialized = "NOT MATERIALIZED";
    if (expr.search_clause || expr.cycle_clause) {
      unsure = true;
      cte->tail = expr.search_clause ? "SEARCH" : "CYCLE";
    }
    if (expr.ctequery->node_case != PG_QUERY__NODE__NODE_SELECT_STMT) {
      cte->query = modify(*expr.ctequery, scope);
      if (!cte->query) {
        unsure = true;
        query.opaque = "WITH";
        continue;
      }
      cte->columns = cte->query->columns;
      for (std::size_t k = 0; k < cte->aliases.size() && k < cte->columns.size(); ++k)
        cte->columns[k].name = cte->aliases[k];
      scope->ctes.push_back(cte);
      query.ctes.push_back(cte);
      continue;
    }
    if (node.recursive) {
      scope->ctes.push_back(cte);
      recursive = cte;
    }
    cte->query = select(*expr.ctequery->select_stmt, scope);
    recursive = nullptr;
    cte->columns = cte->query->columns;
    for (std::size_t k = 0; k < cte->aliases.size() && k < cte->columns.size(); ++k)
      cte->columns[k].name = cte->aliases[k];
    if (!node.recursive) scope->ctes.push_back(cte);
    query.ctes.push_back(cte);
  }
}

Expr* Analyzer::grouping_element(const Node& node, Query& query) {
  if (node.node_case == PG_QUERY__NODE__NODE_GROUPING_SET) {
    const PgQuery__GroupingSet& set = *node.grouping_set;
    Expr* expr = arena.make(Op::grouping_set);
    switch (static_cast<int>(set.kind)) {
      case PG_QUERY__GROUPING_SET_KIND__GROUPING_SET_ROLLUP:
        expr->text = "ROLLUP";
        break;
      case PG_QUERY__GROUPING_SET_KIND__GROUPING_SET_CUBE:
        expr->text = "CUBE";
        break;
      case PG_QUERY__GROUPING_SET_KIND__GROUPING_SET_SETS:
        expr->text = "GROUPING SETS";
        break;
      default:
        break;
    }
    for (std::size_t i = 0; i < set.n_content; ++i) expr->args.push_back(grouping_element(*set.content[i], query));
    return expr;
  }
  if (node.node_case == PG_QUERY__NODE__NODE_ROW_EXPR &&
      node.row_expr->row_format == PG_QUERY__COERCION_FORM__COERCE_IMPLICIT_CAST) {
    Expr* expr = arena.make(Op::grouping_set);
    for (std::size_t i = 0; i < node.row_expr->n_args; ++i)
      expr->args.push_back(grouping_element(*node.row_expr->args[i], query));
    return expr;
  }
  return sort_target(node, query, true, nullptr);
}

/// GROUP BY takes an output column by number for what it is, brackets and repetitions fall away.
static void add_group(std::vector<Expr*>& group, Expr* expr) {
  if (expr->op == Op::grouping_set && expr->text.empty() && !expr->args.empty()) {
    for (Expr* arg : expr->args) add_group(group, arg);
    return;
  }
  for (const Expr* other : group)
    if (other == expr || same_column(other, expr)) return;
  group.push_back(expr);
}

void Analyzer::plain_select(const PgQuery__SelectStmt& node, Query& query) {
  std::vector<NamespaceItem> visible;
  for (std::size_t i = 0; i < node.n_from_clause; ++i) {
    std::vector<NamespaceItem> added;
    scope->items = visible;
    for (NamespaceItem& item : scope->items) item.lateral_only = true;
    query.from.push_back(from_item(*node.from_clause[i], added));
    visible.insert(visible.end(), added.begin(), added.end());
  }
  scope->items = std::move(visible);
  for (std::size_t i = 0; i < node.n_window_clause; ++i) query.windows.push_back(nullptr);
  targets(node.n_target_list, node.target_list, query);
  if (node.where_clause) query.where = boolean(node.where_clause);
  if (node.having_clause) query.having = boolean(node.having_clause);
  query.order = sort_keys(node.n_sort_clause, node.sort_clause, &query);
  query.group_distinct = node.group_distinct;
  for (std::size_t i = 0; i < node.n_group_clause; ++i)
    add_group(query.group, grouping_element(*node.group_clause[i], query));
  for (std::size_t i = 0; i < node.n_distinct_clause; ++i) {
    const Node* item = node.distinct_clause[i];
    if (item && item->node_case != PG_QUERY__NODE__NODE__NOT_SET)
      query.distinct_on.push_back(sort_target(*item, query, false, nullptr));
    else
      query.distinct = true;
  }
  for (std::size_t i = 0; i < node.n_window_clause; ++i) query.windows[i] = window(*node.window_clause[i]->window_def);
}

void Analyzer::values(const PgQuery__SelectStmt& node, Query& query) {
  for (std::size_t i = 0; i < node.n_values_lists; ++i) {
    const PgQuery__List& row = *node.values_lists[i]->list;
    query.values.push_back(expressions(row.n_items, row.items));
  }
  for (std::size_t column = 0; column < query.values[0].size(); ++column) {
    std::vector<Expr*> cells;
    for (const std::vector<Expr*>& row : query.values)
      if (column < row.size()) cells.push_back(row[column]);
    const TypeId type = coerce.common_type(cells);
    coerce.to_common(cells, type);
    for (std::size_t i = 0; i < cells.size() && i < query.values.size(); ++i) query.values[i][column] = cells[i];
    query.columns.push_back(
        {.name = "column" + std::to_string(column + 1), .type = {type, Coercion::common_modifier(cells, type)}});
  }
  if (node.n_sort_clause > 0) {
    unsure = true;
    query.opaque = "ORDER BY";
  }
}

/// transformSetOperationTree.
void Analyzer::set_operation(const PgQuery__SelectStmt& node, Query& query) {
  CommonTable* const cte = recursive;
  recursive = nullptr;
  using SetOp = Query::SetOp;
  switch (static_cast<int>(node.op)) {
    case PG_QUERY__SET_OPERATION__SETOP_UNION:
      query.set_op = node.all ? SetOp::union_all : SetOp::union_distinct;
      break;
    case PG_QUERY__SET_OPERATION__SETOP_INTERSECT:
      query.set_op = node.all ? SetOp::intersect_all : SetOp::intersect;
      break;
    default:
      query.set_op = node.all ? SetOp::except_all : SetOp::except;
  }
  query.left = select(*node.larg, scope, false);
  if (cte) {
    cte->columns = query.left->columns;
    for (std::size_t k = 0; k < cte->aliases.size() && k < cte->columns.size(); ++k)
      cte->columns[k].name = cte->aliases[k];
    for (ColumnInfo& column : cte->columns)
      if (column.type.id == type::unknown) column.type.id = type::text;
  }
  query.right = select(*node.rarg, scope, false);
  if (!query.left->opaque.empty() || !query.right->opaque.empty()) query.opaque = "?";
  const auto settle = [&](Query& arm, std::size_t i, TypeId type) {
    if (i < arm.targets.size() && arm.set_op == SetOp::none && arm.values.empty() &&
        coerce.is_unknown(arm.targets[i].expr))
      arm.targets[i].expr = coerce.to_type(arm.targets[i].expr, type, Context::implicit, true);
  };
  for (std::size_t i = 0; i < query.left->columns.size() && i < query.right->columns.size(); ++i) {
    const TypeUse left = query.left->columns[i].type;
    const TypeUse right = query.right->columns[i].type;
    const std::vector<TypeId> both = {left.id, right.id};
    const TypeId type = coerce.common_type(both);
    if (type == type::none) unsure = true;
    settle(*query.left, i, type);
    settle(*query.right, i, type);
    query.columns.push_back({.name = query.left->columns[i].name, .type = {type, left == right ? left.modifier : -1}});
  }
  query.order = sort_keys(node.n_sort_clause, node.sort_clause, &query);
}

void Analyzer::limits(const PgQuery__SelectStmt& node, Query& query) {
  const auto read = [&](const Node* bound) -> Expr* {
    if (!bound) return nullptr;
    Expr* value = expression(bound);
    Expr* coerced = coerce.to_type(value, type::int8, Context::assignment, true);
    if (!coerced) unsure = true;
    return coerced ? coerced : value;
  };
  query.limit = read(node.limit_count);
  query.offset = read(node.limit_offset);
  query.with_ties = node.limit_option == PG_QUERY__LIMIT_OPTION__LIMIT_OPTION_WITH_TIES;
}

void Analyzer::locking(const PgQuery__SelectStmt& node, Query& query) {
  for (std::size_t i = 0; i < node.n_locking_clause; ++i) {
    const PgQuery__LockingClause& lock = *node.locking_clause[i]->locking_clause;
    std::string text =
        std::to_string(static_cast<int>(lock.strength)) + "/" + std::to_string(static_cast<int>(lock.wait_policy));
    for (RangeEntry* entry : query.entries) {
      if (entry->kind != RangeEntry::Kind::relation && entry->kind != RangeEntry::Kind::subquery) continue;
      bool wanted = lock.n_locked_rels == 0;
      for (std::size_t k = 0; k < lock.n_locked_rels; ++k)
        wanted = wanted || entry->name == lock.locked_rels[k]->range_var->relname;
      if (wanted) query.locking.emplace_back(text, entry);
    }
  }
}

}  // namespace trueup::canonical
