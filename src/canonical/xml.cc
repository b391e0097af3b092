#include "canonical/analyzer.h"

namespace trueup::canonical {

/// transformXmlExpr, as far as it prints: the name and the arguments, each as the operation wants it.
Expr* Analyzer::xml(const PgQuery__XmlExpr& node) {
  Expr* expr = arena.make(Op::xml, {node.op == PG_QUERY__XML_EXPR_OP__IS_DOCUMENT ? type::boolean : type::xml, -1});
  expr->text = std::to_string(static_cast<int>(node.op)) + "," + std::to_string(static_cast<int>(node.xmloption)) +
               "," + node.name;
  for (std::size_t i = 0; i < node.n_named_args; ++i) {
    const PgQuery__ResTarget& target = *node.named_args[i]->res_target;
    Expr* named = arena.make(Op::named);
    named->text = *target.name ? std::string(target.name) : figure_name(*target.val);
    named->args = {expression(target.val)};
    if (coerce.is_unknown(named->args[0]))
      named->args[0] = coerce.to_type(named->args[0], type::text, Context::implicit, true);
    expr->args.push_back(named);
  }
  for (std::size_t i = 0; i < node.n_args; ++i) {
    Expr* arg = expression(node.args[i]);
    TypeId wanted = arg->type.id;
    const int op = static_cast<int>(node.op);
    if (op == PG_QUERY__XML_EXPR_OP__IS_XMLCONCAT || op == PG_QUERY__XML_EXPR_OP__IS_DOCUMENT ||
        (op == PG_QUERY__XML_EXPR_OP__IS_XMLROOT && i == 0))
      wanted = type::xml;
    else if (op != PG_QUERY__XML_EXPR_OP__IS_XMLELEMENT || coerce.is_unknown(arg))
      wanted = op == PG_QUERY__XML_EXPR_OP__IS_XMLROOT && i == 2    ? type::int4
               : op == PG_QUERY__XML_EXPR_OP__IS_XMLPARSE && i == 1 ? type::boolean
                                                                    : type::text;
    Expr* coerced = coerce.to_type(arg, wanted, Context::implicit, true);
    if (!coerced) unsure = true;
    expr->args.push_back(coerced ? coerced : arg);
  }
  return expr;
}

}  // namespace trueup::canonical
