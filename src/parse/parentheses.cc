#include "parse/parentheses.h"

namespace trueup::parse {

namespace {

// Calls that the grammar writes as operators: AT TIME ZONE, OVERLAPS, IS NORMALIZED.
bool is_infix_call(const Node* node) {
  if (!node || node->node_case != PG_QUERY__NODE__NODE_FUNC_CALL) return false;
  const PgQuery__FuncCall& call = *node->func_call;
  if (call.funcformat != PG_QUERY__COERCION_FORM__COERCE_SQL_SYNTAX) return false;
  const std::string_view name = last_string(nodes(call.n_funcname, call.funcname));
  return name == "timezone" || name == "overlaps" || name == "is_normalized";
}

bool is_test(const Node* node) {
  return node &&
         (node->node_case == PG_QUERY__NODE__NODE_BOOL_EXPR || node->node_case == PG_QUERY__NODE__NODE_NULL_TEST ||
          node->node_case == PG_QUERY__NODE__NODE_BOOLEAN_TEST);
}

bool is_operator(const Node* node) { return node && node->node_case == PG_QUERY__NODE__NODE_A_EXPR; }

bool is_plain_operator(const Node* node) {
  return is_operator(node) && node->a_expr->kind == PG_QUERY__A__EXPR__KIND__AEXPR_OP;
}

// x = ANY (SELECT …), x IN (SELECT …): operators, too.
bool is_operator_sublink(const Node* node) {
  return node && node->node_case == PG_QUERY__NODE__NODE_SUB_LINK && node->sub_link->testexpr;
}

bool is_collation(const Node* node) { return node && node->node_case == PG_QUERY__NODE__NODE_COLLATE_CLAUSE; }

// What the deparser can subscript as it is, or brackets by itself.
bool takes_subscript(const Node* node) {
  switch (static_cast<int>(node->node_case)) {
    case PG_QUERY__NODE__NODE_COLUMN_REF:
    case PG_QUERY__NODE__NODE_PARAM_REF:
    case PG_QUERY__NODE__NODE_A_EXPR:
    case PG_QUERY__NODE__NODE_TYPE_CAST:
    case PG_QUERY__NODE__NODE_ROW_EXPR:
    case PG_QUERY__NODE__NODE_A_INDIRECTION:
      return true;
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return !is_infix_call(node);
    case PG_QUERY__NODE__NODE_SUB_LINK:
      return node->sub_link->sub_link_type == PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK;
    default:
      return false;
  }
}

// What IS NULL and IS TRUE would take apart.
bool is_loose_test(const Node* node) { return is_test(node) || (is_operator(node) && !is_plain_operator(node)); }

// Names and constants, calls and casts: what stands by itself wherever it is put.
bool stands_alone(const Node* node) {
  switch (static_cast<int>(node->node_case)) {
    case PG_QUERY__NODE__NODE_COLUMN_REF:
    case PG_QUERY__NODE__NODE_A_CONST:
    case PG_QUERY__NODE__NODE_PARAM_REF:
    case PG_QUERY__NODE__NODE_TYPE_CAST:
    case PG_QUERY__NODE__NODE_ROW_EXPR:
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
    case PG_QUERY__NODE__NODE_LIST:
      return true;
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return !is_infix_call(node);
    default:
      return false;
  }
}

}  // namespace

void Parentheses::bracket(Node*& slot) {
  Row& row = rows_.emplace_back();
  row.row = PG_QUERY__ROW_EXPR__INIT;
  row.node = PG_QUERY__NODE__INIT;
  row.field[0] = slot;
  row.row.n_args = 1;
  row.row.args = row.field;
  row.row.row_format = PG_QUERY__COERCION_FORM__COERCE_IMPLICIT_CAST;
  row.node.node_case = PG_QUERY__NODE__NODE_ROW_EXPR;
  row.node.row_expr = &row.row;
  bracketed_.emplace_back(&slot, slot);
  slot = &row.node;
}

void Parentheses::visit_operator(PgQuery__AExpr& expression) {
  const auto loose = [](const Node* node) {
    return is_test(node) || is_infix_call(node) || is_operator_sublink(node) || is_collation(node) ||
           (is_operator(node) && !is_plain_operator(node));
  };
  switch (static_cast<int>(expression.kind)) {
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN:
    case PG_QUERY__A__EXPR__KIND__AEXPR_BETWEEN_SYM:
    case PG_QUERY__A__EXPR__KIND__AEXPR_NOT_BETWEEN_SYM:
      if (!stands_alone(expression.lexpr)) bracket(expression.lexpr);
      if (expression.rexpr && expression.rexpr->node_case == PG_QUERY__NODE__NODE_LIST)
        for (std::size_t i = 0; i < expression.rexpr->list->n_items; ++i)
          if (!stands_alone(expression.rexpr->list->items[i])) bracket(expression.rexpr->list->items[i]);
      return;
    default:
      break;
  }
  const bool operation = expression.kind == PG_QUERY__A__EXPR__KIND__AEXPR_OP;
  for (Node** operand : {&expression.lexpr, &expression.rexpr})
    if (*operand && (loose(*operand) || (!operation && !stands_alone(*operand)))) bracket(*operand);
}

void Parentheses::visit_function(PgQuery__FuncCall& call) {
  if (call.funcformat != PG_QUERY__COERCION_FORM__COERCE_SQL_SYNTAX) return;
  const std::string_view name = last_string(nodes(call.n_funcname, call.funcname));
  if (name != "timezone" && name != "like_escape" && name != "similar_to_escape" && name != "is_normalized" &&
      name != "position")
    return;
  for (std::size_t i = 0; i < call.n_args; ++i)
    if (!stands_alone(call.args[i])) bracket(call.args[i]);
}

void Parentheses::visit(const Node& node) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      if (is_infix_call(node.type_cast->arg) || is_operator_sublink(node.type_cast->arg) ||
          is_test(node.type_cast->arg))
        bracket(node.type_cast->arg);
      break;
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
      if (node.collate_clause->arg && !stands_alone(node.collate_clause->arg)) bracket(node.collate_clause->arg);
      break;
    case PG_QUERY__NODE__NODE_NULL_TEST:
      if (is_loose_test(node.null_test->arg)) bracket(node.null_test->arg);
      break;
    case PG_QUERY__NODE__NODE_BOOLEAN_TEST:
      if (is_loose_test(node.boolean_test->arg)) bracket(node.boolean_test->arg);
      break;
    case PG_QUERY__NODE__NODE_A_INDIRECTION:
      if (!takes_subscript(node.a_indirection->arg)) bracket(node.a_indirection->arg);
      break;
    case PG_QUERY__NODE__NODE_SUB_LINK:
      if (node.sub_link->testexpr && !stands_alone(node.sub_link->testexpr)) bracket(node.sub_link->testexpr);
      break;
    case PG_QUERY__NODE__NODE_A_EXPR:
      visit_operator(*node.a_expr);
      break;
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      visit_function(*node.func_call);
      break;
    default:
      break;
  }
}

Parentheses::Parentheses(const Node& root) {
  for_each_node(root, [this](const Node& node) {
    visit(node);
    return true;
  });
}

Parentheses::~Parentheses() {
  for (auto it = bracketed_.rbegin(); it != bracketed_.rend(); ++it) *it->first = it->second;
}

}  // namespace trueup::parse
