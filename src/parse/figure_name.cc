#include <algorithm>

#include "parse/expression.h"

namespace trueup::parse {

namespace {

// How good a name is: the server keeps looking below a cast while it has found none or a type's name only.
enum Strength { nothing = 0, weak = 1, strong = 2 };

Strength figure(const Node* node, std::string& name);

Strength is(std::string& name, std::string_view found) {
  name = found;
  return strong;
}

std::string_view last_name(Nodes fields) {
  std::string_view found;
  for (const Node* field : fields)
    if (field->node_case == PG_QUERY__NODE__NODE_STRING) found = string_of(field);
  return found;
}

std::string_view value_function_name(int op) {
  switch (op) {
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_DATE:
      return "current_date";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME:
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIME_N:
      return "current_time";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP:
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_TIMESTAMP_N:
      return "current_timestamp";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME:
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIME_N:
      return "localtime";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP:
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_LOCALTIMESTAMP_N:
      return "localtimestamp";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_ROLE:
      return "current_role";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_USER:
      return "current_user";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_USER:
      return "user";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_SESSION_USER:
      return "session_user";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_CATALOG:
      return "current_catalog";
    case PG_QUERY__SQLVALUE_FUNCTION_OP__SVFOP_CURRENT_SCHEMA:
      return "current_schema";
    default:
      return {};
  }
}

std::string_view xml_name(int op) {
  switch (op) {
    case PG_QUERY__XML_EXPR_OP__IS_XMLCONCAT:
      return "xmlconcat";
    case PG_QUERY__XML_EXPR_OP__IS_XMLELEMENT:
      return "xmlelement";
    case PG_QUERY__XML_EXPR_OP__IS_XMLFOREST:
      return "xmlforest";
    case PG_QUERY__XML_EXPR_OP__IS_XMLPARSE:
      return "xmlparse";
    case PG_QUERY__XML_EXPR_OP__IS_XMLPI:
      return "xmlpi";
    case PG_QUERY__XML_EXPR_OP__IS_XMLROOT:
      return "xmlroot";
    default:
      return {};
  }
}

Strength figure_sublink(const PgQuery__SubLink& link, std::string& name) {
  if (link.sub_link_type == PG_QUERY__SUB_LINK_TYPE__EXISTS_SUBLINK) return is(name, "exists");
  if (link.sub_link_type == PG_QUERY__SUB_LINK_TYPE__ARRAY_SUBLINK) return is(name, "array");
  if (link.sub_link_type != PG_QUERY__SUB_LINK_TYPE__EXPR_SUBLINK || !link.subselect) return nothing;
  const PgQuery__SelectStmt& select = *link.subselect->select_stmt;
  if (select.n_target_list == 0) return nothing;
  const PgQuery__ResTarget& target = *select.target_list[0]->res_target;
  if (*target.name != '\0') return is(name, target.name);
  return figure(target.val, name);
}

Strength figure_cast(const PgQuery__TypeCast& cast, std::string& name) {
  const Strength found = figure(cast.arg, name);
  if (found > weak || !cast.type_name) return found;
  name = last_string(nodes(cast.type_name->n_names, cast.type_name->names));
  return weak;
}

// FigureColnameInternal in parse_target.c.
Strength figure(const Node* node, std::string& name) {
  if (!node) return nothing;
  switch (static_cast<int>(node->node_case)) {
    case PG_QUERY__NODE__NODE_COLUMN_REF: {
      const std::string_view found = last_name(nodes(node->column_ref->n_fields, node->column_ref->fields));
      return found.empty() ? nothing : is(name, found);
    }
    case PG_QUERY__NODE__NODE_A_INDIRECTION: {
      const PgQuery__AIndirection& indirection = *node->a_indirection;
      const std::string_view found = last_name(nodes(indirection.n_indirection, indirection.indirection));
      return found.empty() ? figure(indirection.arg, name) : is(name, found);
    }
    case PG_QUERY__NODE__NODE_FUNC_CALL:
      return is(name, last_string(nodes(node->func_call->n_funcname, node->func_call->funcname)));
    case PG_QUERY__NODE__NODE_A_EXPR:
      return node->a_expr->kind == PG_QUERY__A__EXPR__KIND__AEXPR_NULLIF ? is(name, "nullif") : nothing;
    case PG_QUERY__NODE__NODE_TYPE_CAST:
      return figure_cast(*node->type_cast, name);
    case PG_QUERY__NODE__NODE_COLLATE_CLAUSE:
      return figure(node->collate_clause->arg, name);
    case PG_QUERY__NODE__NODE_GROUPING_FUNC:
      return is(name, "grouping");
    case PG_QUERY__NODE__NODE_SUB_LINK:
      return figure_sublink(*node->sub_link, name);
    case PG_QUERY__NODE__NODE_CASE_EXPR: {
      const Strength found = figure(node->case_expr->defresult, name);
      if (found > weak) return found;
      name = "case";
      return weak;
    }
    case PG_QUERY__NODE__NODE_A_ARRAY_EXPR:
      return is(name, "array");
    case PG_QUERY__NODE__NODE_ROW_EXPR:
      return is(name, "row");
    case PG_QUERY__NODE__NODE_COALESCE_EXPR:
      return is(name, "coalesce");
    case PG_QUERY__NODE__NODE_MIN_MAX_EXPR:
      return is(name, node->min_max_expr->op == PG_QUERY__MIN_MAX_OP__IS_GREATEST ? "greatest" : "least");
    case PG_QUERY__NODE__NODE_SQLVALUE_FUNCTION:
      return is(name, value_function_name(static_cast<int>(node->sqlvalue_function->op)));
    case PG_QUERY__NODE__NODE_XML_EXPR:
      return is(name, xml_name(static_cast<int>(node->xml_expr->op)));
    case PG_QUERY__NODE__NODE_XML_SERIALIZE:
      return is(name, "xmlserialize");
    default:
      return nothing;
  }
}

}  // namespace

std::string figure_column_name(const Node& node) {
  std::string name;
  figure(&node, name);
  return name;
}

// (t).a: the field of a whole row is the column itself. "" for everything else.
static std::string column_of_row(const Node& node, std::string_view table) {
  if (node.node_case != PG_QUERY__NODE__NODE_A_INDIRECTION || table.empty()) return {};
  const PgQuery__AIndirection& indirection = *node.a_indirection;
  const bool is_column_ref = indirection.arg && indirection.arg->node_case == PG_QUERY__NODE__NODE_COLUMN_REF;
  if (!is_column_ref || indirection.n_indirection == 0) return {};
  const PgQuery__ColumnRef& row = *indirection.arg->column_ref;
  const bool is_string = indirection.indirection[0]->node_case == PG_QUERY__NODE__NODE_STRING;
  if (last_name(nodes(row.n_fields, row.fields)) != table || !is_string) return {};
  return std::string(string_of(indirection.indirection[0]));
}

std::vector<std::string> columns_used(const Node& node, std::string_view table) {
  std::vector<std::string> columns;
  const auto add = [&](std::string name) {
    if (std::find(columns.begin(), columns.end(), name) == columns.end()) columns.push_back(std::move(name));
  };
  for_each_node(node, [&](const Node& inner) {
    if (std::string name = column_of_row(inner, table); !name.empty()) {
      add(std::move(name));
      return false;
    }
    if (inner.node_case != PG_QUERY__NODE__NODE_COLUMN_REF) return true;
    const Nodes fields = nodes(inner.column_ref->n_fields, inner.column_ref->fields);
    const bool star = !fields.empty() && fields.back()->node_case == PG_QUERY__NODE__NODE_A_STAR;
    add(star ? std::string() : std::string(last_name(fields)));
    return false;
  });
  return columns;
}

}  // namespace trueup::parse
