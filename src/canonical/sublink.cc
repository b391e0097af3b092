#include "canonical/analyzer.h"

namespace trueup::canonical {
namespace {

/// `left op ANY (query)`: the operator decides what both sides are read as (make_row_comparison_op over the columns).
void compare(Analyzer& analyzer, Expr* expr, std::string_view name, Expr* left) {
  const Query& query = *expr->query;
  std::vector<Expr*> lefts = {left};
  if (left->op == Op::row && query.columns.size() != 1) lefts = left->args;
  if (lefts.size() != query.columns.size()) {
    analyzer.unsure = true;
    expr->args = {left};
    return;
  }
  for (std::size_t i = 0; i < lefts.size(); ++i) {
    Expr* output = analyzer.arena.make(Op::parameter, query.columns[i].type);
    Expr* comparison = analyzer.make_operation({}, name, lefts[i], output, -1);
    expr->args.push_back(comparison->args[0]);
  }
}

}  // namespace

/// transformSubLink.
Expr* Analyzer::sublink(const PgQuery__SubLink& node) {
  Expr* expr = arena.make(Op::sublink);
  if (!node.subselect || node.subselect->node_case != PG_QUERY__NODE__NODE_SELECT_STMT) {
    unsure = true;
    return expr;
  }
  expr->query = select(*node.subselect->select_stmt, scope);
  const std::vector<ColumnInfo>& columns = expr->query->columns;
  const TypeUse first = columns.empty() ? TypeUse{} : columns[0].type;
  switch (static_cast<int>(node.sub_link_type)) {
    case PG_QUERY__SUB_LINK_TYPE__EXISTS_SUBLINK:
      expr->text = "EXISTS";
      expr->type = {type::boolean, -1};
      break;
    case PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK:
      expr->text = "EXPR";
      expr->type = first;
      break;
    case PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK:
      expr->text = "ARRAY";
      // An array's own array type is itself.
      expr->type =
          names.types.element(first.id) != type::none ? first : TypeUse{names.types.array_of(first.id), first.modifier};
      break;
    case PG_QUERY__SUB_LINK_TYPE__ANY_SUBLINK:
    case PG_QUERY__SUB_LINK_TYPE__ALL_SUBLINK: {
      const bool any = node.sub_link_type == PG_QUERY__SUB_LINK_TYPE__ANY_SUBLINK;
      std::string name = schema_and_name(node.n_oper_name, node.oper_name).second;
      if (name.empty()) name = "=";  // IN
      if (name == "!=") name = "<>";
      expr->text = name + (any ? " ANY" : " ALL");
      expr->type = {type::boolean, -1};
      compare(*this, expr, name, expression(node.testexpr));
      break;
    }
    default:
      unsure = true;
      expr->text = "?";
  }
  return expr;
}

}  // namespace trueup::canonical
