#include "parse/expression.h"

#include <fmt/format.h>

#include "base/quote.h"

namespace trueup::parse {

namespace {

std::string_view value_function_text(PgQuery__SQLValueFunctionOp op) {
  switch (static_cast<int>(op)) {
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_DATE:
      return "CURRENT_DATE";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP:
      return "CURRENT_TIMESTAMP";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_USER:
      return "CURRENT_USER";
    default:
      return {};
  }
}

std::string constant_text(const PgQuery__AConst& constant) {
  if (constant.isnull) return "NULL";
  switch (constant.val_case) {
    case PG_QUERY__A__CONST__VAL_IVAL:
      return std::to_string(constant.ival->ival);
    case PG_QUERY__A__CONST__VAL_FVAL:
      return constant.fval->fval;
    case PG_QUERY__A__CONST__VAL_BOOLVAL:
      return constant.boolval->boolval ? "true" : "false";
    case PG_QUERY__A__CONST__VAL_SVAL:
      return quote_literal(constant.sval->sval);
    case PG_QUERY__A__CONST__VAL_BSVAL:
    case PG_QUERY__A__CONST__VAL__NOT_SET:
    default:
      return {};
  }
}

// What is common and plain, without the round through the deparser; "" for everything else.
std::string plain_text(const Node& node) {
  if (node.node_case == PG_QUERY__NODE__NODE_A_CONST) return constant_text(*node.a_const);
  if (node.node_case == PG_QUERY__NODE__NODE_COLUMN_REF && node.column_ref->n_fields == 1 &&
      node.column_ref->fields[0]->node_case == PG_QUERY__NODE__NODE_STRING)
    return quote_identifier(string_of(node.column_ref->fields[0]));
  if (node.node_case == PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION)
    return std::string(value_function_text(node.sqlvalue_function->op));
  if (node.node_case == PG_QUERY__NODE__NODE_FUNC_CALL) {
    const PgQuery__FuncCall& call = *node.func_call;
    const bool bare = call.n_args == 0 && !call.agg_star && !call.over && !call.agg_filter && call.n_agg_order == 0 &&
                      call.funcformat == PG_QUERY__COERCION_FORM__COERCE_EXPLICIT_CALL;
    if (bare) return dotted(nodes(call.n_funcname, call.funcname)) + "()";
  }
  return {};
}

}  // namespace

Expression expression_of(const Step& step, const Node* node) {
  Expression expression;
  if (!node) return expression;
  expression.search_path = step.path();
  expression.text = plain_text(*node);
  if (!expression.text.empty()) return expression;
  Result<std::string> text = deparse_expression(*node);
  if (text)
    expression.text = std::move(*text);
  else
    step.error("not-understood", fmt::format("this expression cannot be read back: {}", text.error().message), -1);
  return expression;
}

Expression query_of(const Step& step, const Node& node) {
  Expression expression;
  expression.search_path = step.path();
  Result<std::string> text = deparse_statement(node);
  if (text)
    expression.text = std::move(*text);
  else
    step.error("not-understood", fmt::format("this query cannot be read back: {}", text.error().message), -1);
  return expression;
}

}  // namespace trueup::parse
