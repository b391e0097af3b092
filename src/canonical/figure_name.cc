#include "canonical/analyzer.h"

namespace trueup::canonical {
namespace {

struct Figured {
  std::string name;
  int strength = 0;  ///< 2: a good name, 1: the name of a cast's type, 0: none
};

Figured figure(const PgQuery__Node* node);

Figured last_string(std::size_t count, PgQuery__Node* const* nodes) {
  const std::vector<std::string> names = strings(count, nodes);
  return names.empty() ? Figured{} : Figured{names.back(), 2};
}

Figured figure_cast(const PgQuery__TypeCast& cast) {
  Figured inner = figure(cast.arg);
  if (inner.strength > 1) return inner;
  const std::vector<std::string> names = strings(cast.type_name->n_names, cast.type_name->names);
  return names.empty() ? inner : Figured{names.back(), 1};
}

Figured figure_case(const PgQuery__CaseExpr& node) {
  Figured inner = node.defresult ? figure(node.defresult) : Figured{};
  return inner.strength <= 1 ? Figured{"case", 1} : inner;
}

Figured figure_sublink(const PgQuery__SubLink& node) {
  switch (static_cast<int>(node.sub_link_type)) {
    case PG_QUERY__SUB_LINK_TYPE__EXISTS_SUBLINK:
      return {"exists", 2};
    case PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK:
      return {"array", 2};
    case PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK: {
      // The name of the one output column of the sub-select.
      const PgQuery__SelectStmt* select = node.subselect->select_stmt;
      while (select->op != PG_QUERY__SET_OPERATION__SETOP_NONE && select->larg) select = select->larg;
      if (select->n_target_list == 0) return {};
      const PgQuery__ResTarget& target = *select->target_list[0]->res_target;
      if (*target.name) return {target.name, 2};
      return figure(target.val);
    }
    default:
      return {};
  }
}

Figured figure_value(PgQuery__SQLValueFunctionOp op) {
  static constexpr std::string_view names[] = {
      "",          "current_date", "current_time",    "current_time",   "current_timestamp", "current_timestamp",
      "localtime", "localtime",    "localtimestamp",  "localtimestamp", "current_role",      "current_user",
      "user",      "session_user", "current_catalog", "current_schema"};
  return {std::string(names[static_cast<std::size_t>(op)]), 2};
}

Figured figure_xml(PgQuery__XmlExprOp op) {
  switch (static_cast<int>(op)) {
    case PG_QUERY__XML_EXPR_OP__IS_XMLCONCAT:
      return {"xmlconcat", 2};
    case PG_QUERY__XML_EXPR_OP__IS_XMLELEMENT:
      return {"xmlelement", 2};
    case PG_QUERY__XML_EXPR_OP__IS_XMLFOREST:
      return {"xmlforest", 2};
    case PG_QUERY__XML_EXPR_OP__IS_XMLPARSE:
      return {"xmlparse", 2};
    case PG_QUERY__XML_EXPR_OP__IS_XMLPI:
      return {"xmlpi", 2};
    case PG_QUERY__XML_EXPR_OP__IS_XMLROOT:
      return {"xmlroot", 2};
    default:
      return {};
  }
}

Figured figure(const PgQuery__Node* node) {
  if (!node) return {};
  switch (static_cast<int>(node->node_case)) {
    case PG_QUERY__NODE__NODE_COLUMN_REF:
      return last_string(node->column_ref->n_fields, node->column_ref->fields);
    case PG_QUERY__NODE__NODE_A_INDIRECTION: {
      Figured field = last_string(node->a_indirection->n_indirection, node->a_indirection->indirection);
      return field.strength > 0 ? field : figure(node->a_indirection->arg);
    }
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return last_string(node->func_call->n_funcname, node->func_call->funcname);
    case PG_QUERY__NODE__NODE_A_EXPR:
      if (node->a_expr->kind == PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF) return {"nullif", 2};
      return {};
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      return figure_cast(*node->type_cast);
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
      return figure(node->collate_clause->arg);
    case PG_QUERY__NODE__NODE_GROUPING_FUNC:
      return {"grouping", 2};
    case PG_QUERY__NODE__NODE_SUB_LINK:
      return figure_sublink(*node->sub_link);
    case PG_QUERY__NODE__NODE_CASE_EXPR:
      return figure_case(*node->case_expr);
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
      return {"array", 2};
    case PG_QUERY__NODE__NODE_ROW_EXPR:
      return {"row", 2};
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
      return {"coalesce", 2};
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
      return {node->min_max_expr->op == PG_QUERY__MIN_MAX_OP__IS_GREATEST ? "greatest" : "least", 2};
    case PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION:
      return figure_value(node->sqlvalue_function->op);
    case PG_QUERY__NODE__NODE_XML_EXPR:
      return figure_xml(node->xml_expr->op);
    case PG_QUERY__NODE__NODE_XML_SERIALIZE:
      return {"xmlserialize", 2};
    default:
      return {};
  }
}

}  // namespace

std::string figure_name(const PgQuery__Node& node) {
  Figured figured = figure(&node);
  return figured.strength > 0 ? figured.name : "?column?";
}

}  // namespace trueup::canonical
