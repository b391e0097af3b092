#include "parse/index.h"

#include <fmt/format.h>

#include "base/quote.h"
#include "parse/expression.h"
#include "parse/extension_members.h"
#include "parse/implied_name.h"
#include "parse/inheritance.h"
#include "parse/operator_class.h"
#include "parse/storage_parameters.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

// "(column)" and "(column COLLATE x)" in brackets are plain columns to the server, too (ComputeIndexAttrs).
const Node* without_collation(const Node* node, Nodes& collation) {
  if (node && node->node_case == PG_QUERY__NODE__NODE_COLLATE_CLAUSE) {
    collation = nodes(node->collate_clause->n_collname, node->collate_clause->collname);
    return node->collate_clause->arg;
  }
  return node;
}

bool is_bare_column(const Node* node) {
  return node && node->node_case == PG_QUERY__NODE__NODE_COLUMN_REF && node->column_ref->n_fields == 1 &&
         node->column_ref->fields[0]->node_case == PG_QUERY__NODE__NODE_STRING;
}

bool has_order(std::string_view method) { return method == "btree"; }

void order_of(const PgQuery__IndexElem& element, std::string_view method, KeyElement& key) {
  if (!has_order(method)) return;
  key.descending = element.ordering == PG_QUERY__SORT_BY_DIR__SORTBY_DESC;
  key.nulls_first = key.descending;
  if (element.nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_FIRST) key.nulls_first = true;
  if (element.nulls_ordering == PG_QUERY__SORT_BY_NULLS__SORTBY_NULLS_LAST) key.nulls_first = false;
}

std::string index_name(const Step& step, const ObjectId& table, const PgQuery__IndexStmt& stmt) {
  std::vector<std::string> names;
  for (const Node* node : nodes(stmt.n_index_params, stmt.index_params))
    names.push_back(element_name(*node->index_elem));
  for (const Node* node : nodes(stmt.n_index_including_params, stmt.index_including_params))
    names.push_back(element_name(*node->index_elem));
  return choose_relation_name(step.fold, table.schema, table.name, name_addition(index_column_names(names)), "idx",
                              false);
}

Index index_payload(const Step& step, const ObjectId& table, const PgQuery__IndexStmt& stmt) {
  Index index;
  index.table = table;
  if (*stmt.access_method != '\0') index.method = stmt.access_method;
  if (index.method == "rtree") index.method = "gist";
  index.unique = stmt.unique;
  index.nulls_not_distinct = stmt.nulls_not_distinct;
  for (const Node* node : nodes(stmt.n_index_params, stmt.index_params))
    index.elements.push_back(key_element(step, table, *node->index_elem, index.method));
  for (const Node* node : nodes(stmt.n_index_including_params, stmt.index_including_params))
    index.include.emplace_back(node->index_elem->name);
  index.predicate = expression_of(step, stmt.where_clause);
  index.options = storage_parameters(nodes(stmt.n_options, stmt.options));
  index.tablespace = tablespace_of(stmt.table_space);
  index.only = !stmt.relation->inh && is_partitioned(step.fold, table) && !step.fold.heirs_of(table).empty();
  return index;
}

}  // namespace

std::string operator_class_text(const Step& step, Nodes parts, std::string_view method) {
  if (parts.empty()) return {};
  const std::string name(last_string(parts));
  if (is_default_operator_class(method, name)) return {};
  if (parts.size() > 1) {
    const std::string schema(string_of(parts[parts.size() - 2]));
    return schema == "pg_catalog" ? quote_identifier(name) : qualified(schema, name);
  }
  if (std::optional<std::string> schema = step.fold.names.operator_classes.find(name, step.path()))
    return qualified(*schema, name);
  if (!extension_of_member(name).empty())
    if (std::optional<std::string> schema = step.fold.names.extension_schema(name, step.path()))
      return qualified(*schema, name);
  return quote_identifier(name);
}

KeyElement key_element(const Step& step, const ObjectId& table, const PgQuery__IndexElem& element,
                       std::string_view method) {
  KeyElement key;
  Nodes collation = nodes(element.n_collation, element.collation);
  std::string column = element.name;
  if (element.expr) {
    Nodes inner_collation;
    const Node* inner = without_collation(element.expr, inner_collation);
    if (is_bare_column(inner)) {
      column = string_of(inner->column_ref->fields[0]);
      if (collation.empty()) collation = inner_collation;
    }
  }
  if (column.empty()) {
    key.expression = expression_of(step, element.expr);
  } else {
    key.is_column = true;
    key.expression.text = quote_identifier(column);
    const Column* definition = step.fold.column(table, column);
    if (!definition && table.kind == Kind::table)
      step.error("unknown-name", fmt::format("{} has no column {}", to_string(table), quote_identifier(column)), -1);
    key.collation = collation_text(step, collation);
    if (definition && key.collation == definition->collation) key.collation.clear();
  }
  if (!key.is_column) key.collation = collation_text(step, collation);
  key.opclass = operator_class_text(step, nodes(element.n_opclass, element.opclass), method);
  key.opclass_options = storage_parameters(nodes(element.n_opclassopts, element.opclassopts));
  order_of(element, method, key);
  return key;
}

std::string element_name(const PgQuery__IndexElem& element) {
  if (*element.indexcolname != '\0') return element.indexcolname;
  if (*element.name != '\0') return element.name;
  const std::string name = element.expr ? figure_column_name(*element.expr) : std::string();
  return name.empty() ? "expr" : name;
}

std::string element_name(const KeyElement& element) {
  if (element.is_column) return column_of(element);
  Tree tree;
  const Node* node = parse_expression(element.expression.text, tree, nullptr);
  const std::string name = node ? figure_column_name(*node) : std::string();
  return name.empty() ? "expr" : name;
}

Outcome create_index(Step& step, const PgQuery__IndexStmt& stmt) {
  const ObjectId* found = find_relation(step, *stmt.relation);
  if (!found) return missing_relation(step, *stmt.relation);
  const ObjectId table = *found;
  const std::string name = *stmt.idxname != '\0' ? cut_identifier(stmt.idxname) : index_name(step, table, stmt);
  if (stmt.if_not_exists && step.fold.in_pg_class(table.schema, name)) return {};
  const ObjectId id{.kind = Kind::index, .schema = table.schema, .parent = {}, .name = name, .signature = {}};
  Object* object = step.define(id, index_payload(step, table, stmt), stmt.relation->location);
  if (!object || !stmt.relation->inh || !is_partitioned(step.fold, table)) return {};
  for (const ObjectId& partition : step.fold.heirs_of(table)) copy_index(step, *object, partition);
  return {};
}

}  // namespace trueup::parse
