#include "parse/node.h"

namespace trueup::parse {

Nodes items_of(const Node* node) {
  if (!node || node->node_case != PG_QUERY__NODE__NODE_LIST) return {};
  return nodes(node->list->n_items, node->list->items);
}

std::string_view string_of(const Node* node) {
  if (!node) return {};
  if (node->node_case == PG_QUERY__NODE__NODE_STRING) return node->string->sval;
  if (node->node_case == PG_QUERY__NODE__NODE_A_CONST && node->a_const->val_case == PG_QUERY__A__CONST__VAL_SVAL)
    return node->a_const->sval->sval;
  return {};
}

std::vector<std::string> strings_of(Nodes list) {
  std::vector<std::string> strings;
  strings.reserve(list.size());
  for (const Node* node : list) strings.emplace_back(string_of(node));
  return strings;
}

std::string_view last_string(Nodes list) { return list.empty() ? std::string_view{} : string_of(list.back()); }

static std::string joined(Nodes names) {
  std::string text;
  for (const Node* part : names) {
    if (!text.empty()) text += '.';
    text += string_of(part);
  }
  return text;
}

static std::string constant_text(const PgQuery__AConst& constant) {
  switch (constant.val_case) {
    case PG_QUERY__A__CONST__VAL_IVAL:
      return std::to_string(constant.ival->ival);
    case PG_QUERY__A__CONST__VAL_FVAL:
      return constant.fval->fval;
    case PG_QUERY__A__CONST__VAL_BOOLVAL:
      return constant.boolval->boolval ? "true" : "false";
    case PG_QUERY__A__CONST__VAL_SVAL:
      return constant.sval->sval;
    case PG_QUERY__A__CONST__VAL_BSVAL:
      return constant.bsval->bsval;
    case PG_QUERY__A__CONST__VAL__NOT_SET:
    default:
      return {};
  }
}

std::string value_text(const Node* node) {
  if (!node) return {};
  if (node->node_case == PG_QUERY__NODE__NODE_INTEGER) return std::to_string(node->integer->ival);
  if (node->node_case == PG_QUERY__NODE__NODE_FLOAT) return node->float_->fval;
  if (node->node_case == PG_QUERY__NODE__NODE_BOOLEAN) return node->boolean->boolval ? "true" : "false";
  if (node->node_case == PG_QUERY__NODE__NODE_STRING) return node->string->sval;
  if (node->node_case == PG_QUERY__NODE__NODE_A_CONST) return constant_text(*node->a_const);
  if (node->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
    return joined(nodes(node->type_name->n_names, node->type_name->names));
  if (node->node_case == PG_QUERY__NODE__NODE_LIST) return joined(items_of(node));
  if (node->node_case == PG_QUERY__NODE__NODE_A_STAR) return "*";
  return {};
}

std::string value_text(const PgQuery__DefElem& element) { return element.arg ? value_text(element.arg) : "true"; }

bool value_true(const PgQuery__DefElem& element) {
  const std::string text = value_text(element);
  return text == "true" || text == "on" || text == "1" || text == "TRUE" || text == "ON";
}

}  // namespace trueup::parse
