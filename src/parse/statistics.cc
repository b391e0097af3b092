#include "parse/statistics.h"

#include <algorithm>

#include "model/implied_name.h"
#include "parse/expression.h"
#include "parse/grammar.h"
#include "parse/implied_name.h"

namespace trueup::parse {

namespace {

ObjectId statistics_id(std::string_view schema, std::string_view name) {
  return {.kind = Kind::statistics,
          .schema = std::string(schema),
          .parent = {},
          .name = std::string(name),
          .signature = {}};
}

/// A column in parentheses is a column all the same.
std::string column_of(const PgQuery__StatsElem& element) {
  if (*element.name != '\0') return element.name;
  const Node* node = element.expr;
  if (!node || node->node_case != PG_QUERY__NODE__NODE_COLUMN_REF || node->column_ref->n_fields != 1) return {};
  return std::string(string_of(node->column_ref->fields[0]));
}

void add_elements(const Step& step, Nodes elements, Statistics& statistics, std::vector<std::string>& names) {
  for (const Node* node : elements) {
    const PgQuery__StatsElem& element = *node->stats_elem;
    const std::string column = column_of(element);
    names.push_back(*element.name != '\0' ? column : "expr");
    if (column.empty())
      statistics.expressions.push_back(expression_of(step, element.expr));
    else
      statistics.columns.push_back(column);
  }
  std::sort(statistics.columns.begin(), statistics.columns.end());
}

/// ChooseExtendedStatisticName.
std::string choose_name(const Fold& fold, const ObjectId& table, const std::vector<std::string>& names) {
  std::string label = "stat";
  for (int pass = 1;; ++pass) {
    std::string name = make_object_name(table.name, name_addition(names), label);
    if (!fold.catalog.find(statistics_id(table.schema, name))) return name;
    label = "stat" + std::to_string(pass);
  }
}

}  // namespace

Outcome create_statistics(Step& step, const PgQuery__CreateStatsStmt& stmt) {
  const Nodes relations = nodes(stmt.n_relations, stmt.relations);
  if (relations.size() != 1 || relations[0]->node_case != PG_QUERY__NODE__NODE_RANGE_VAR) return {};
  const PgQuery__RangeVar& relation = *relations[0]->range_var;
  const ObjectId* table = find_relation(step, relation);
  if (!table) return missing_relation(step, relation);
  Statistics statistics{.table = *table};
  std::vector<std::string> names;
  add_elements(step, nodes(stmt.n_exprs, stmt.exprs), statistics, names);
  statistics.kinds = strings_of(nodes(stmt.n_stat_types, stmt.stat_types));
  std::sort(statistics.kinds.begin(), statistics.kinds.end());
  // Without a list there are all kinds; a single expression has none of them.
  if (statistics.kinds.empty() && names.size() > 1) statistics.kinds = {"dependencies", "mcv", "ndistinct"};
  const Nodes stated = nodes(stmt.n_defnames, stmt.defnames);
  const ObjectId id = stated.empty() ? statistics_id(table->schema, choose_name(step.fold, *table, names))
                                     : created_object(step, Kind::statistics, stated);
  if (stmt.if_not_exists && step.fold.catalog.find(id)) return {};
  step.define(id, std::move(statistics), relation.location);
  return {};
}

Outcome alter_statistics(Step& step, const PgQuery__AlterStatsStmt& stmt) {
  const Nodes parts = nodes(stmt.n_defnames, stmt.defnames);
  const ObjectId* id = find_object(step, Kind::statistics, parts);
  if (!id) return stmt.missing_ok ? Outcome{} : missing("statistics", parts);
  std::get<Statistics>(step.fold.catalog.find(*id)->payload).target = statistics_target_of(stmt);
  return {};
}

void copy_statistics(const Step& step, const ObjectId& table, const ObjectId& source, bool comments,
                     int node_location) {
  for (const ObjectId& from : statistics_on(step.fold, source)) {
    const Object& original = *step.fold.catalog.find(from);
    Statistics statistics = std::get<Statistics>(original.payload);
    const std::string comment = comments ? original.comment : std::string();
    statistics.table = table;
    statistics.target = -1;
    std::vector<std::string> names;
    for (const Object* column : step.fold.columns(source))
      if (std::find(statistics.columns.begin(), statistics.columns.end(), column->id.name) != statistics.columns.end())
        names.push_back(column->id.name);
    names.insert(names.end(), statistics.expressions.size(), "expr");
    const ObjectId id = statistics_id(table.schema, choose_name(step.fold, table, names));
    if (Object* object = step.define(id, std::move(statistics), node_location)) object->comment = comment;
  }
}

std::vector<ObjectId> statistics_on(const Fold& fold, const ObjectId& table) {
  std::vector<ObjectId> found;
  for (const auto& [id, object] : fold.catalog.objects) {
    const auto* statistics = std::get_if<Statistics>(&object.payload);
    if (statistics && statistics->table == table) found.push_back(id);
  }
  return found;
}

std::vector<ObjectId> statistics_with(const Fold& fold, const ObjectId& column) {
  std::vector<ObjectId> found;
  for (const auto& [id, object] : fold.catalog.objects) {
    const auto* statistics = std::get_if<Statistics>(&object.payload);
    if (!statistics || statistics->table.schema != column.schema || statistics->table.name != column.parent) continue;
    const std::vector<std::string>& columns = statistics->columns;
    if (std::find(columns.begin(), columns.end(), column.name) != columns.end()) found.push_back(id);
  }
  return found;
}

}  // namespace trueup::parse
