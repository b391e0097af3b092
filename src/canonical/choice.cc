#include "canonical/analyzer.h"

namespace trueup::canonical {

/// transformCaseExpr. Arguments of the result: [argument] (condition result)* else.
Expr* Analyzer::case_when(const PgQuery__CaseExpr& node) {
  Expr* expr = arena.make(Op::case_when);
  Expr* argument = nullptr;
  if (node.arg) {
    argument = expression(node.arg);
    if (coerce.is_unknown(argument)) argument = coerce.to_type(argument, type::text, Context::implicit, true);
    expr->flag = true;
    expr->args.push_back(argument);
  }
  std::vector<Expr*> results;
  std::vector<Expr*> conditions;
  for (std::size_t i = 0; i < node.n_args; ++i) {
    const PgQuery__CaseWhen& when = *node.args[i]->case_when;
    if (argument) {
      // WHEN x is "argument = x", of which only x is printed, without the casts that the operator brought.
      Expr* comparison = make_operation({}, "=", argument, expression(when.expr), -1);
      Expr* value = comparison->args.back();
      while (value->op == Op::cast && value->implicit) value = value->args[0];
      conditions.push_back(value);
    } else {
      conditions.push_back(boolean(when.expr));
    }
    results.push_back(expression(when.result));
  }
  // The default comes first when the common type is chosen.
  Expr* otherwise = nullptr;
  if (node.defresult) {
    otherwise = expression(node.defresult);
  } else {
    otherwise = arena.make(Op::constant, {type::unknown, -1});
    otherwise->null = true;
  }
  std::vector<Expr*> all = {otherwise};
  all.insert(all.end(), results.begin(), results.end());
  const TypeId type = coerce.common_type(all);
  coerce.to_common(all, type);
  expr->type = {type, Coercion::common_modifier(all, type)};
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    expr->args.push_back(conditions[i]);
    expr->args.push_back(all[i + 1]);
  }
  expr->args.push_back(all[0]);
  return expr;
}

/// COALESCE, GREATEST and LEAST.
Expr* Analyzer::common(Op op, std::size_t count, Node* const* nodes) {
  Expr* expr = arena.make(op);
  expr->args = expressions(count, nodes);
  const TypeId type = coerce.common_type(expr->args);
  coerce.to_common(expr->args, type);
  expr->type = {type, Coercion::common_modifier(expr->args, type)};
  return expr;
}

}  // namespace trueup::canonical
