#include "parse/table.h"

#include <fmt/format.h>

#include "parse/acl.h"
#include "parse/column.h"
#include "parse/constraint.h"
#include "parse/foreign.h"
#include "parse/inheritance.h"
#include "parse/not_null.h"
#include "parse/partition.h"
#include "parse/storage_parameters.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

// The relations that a definition takes things from: parents, LIKE sources, the type of OF.
struct Sources {
  std::vector<ObjectId> parents;
  std::optional<ObjectId> type;
};

Outcome find_sources(const Step& step, const PgQuery__CreateStmt& stmt, Sources& sources) {
  for (const Node* node : nodes(stmt.n_inh_relations, stmt.inh_relations)) {
    const ObjectId* parent = find_relation(step, *node->range_var);
    if (!parent) return missing_relation(step, *node->range_var);
    sources.parents.push_back(*parent);
  }
  for (const Node* node : nodes(stmt.n_table_elts, stmt.table_elts)) {
    if (node->node_case != PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE) continue;
    if (!find_relation(step, *node->table_like_clause->relation))
      return missing_relation(step, *node->table_like_clause->relation);
  }
  if (stmt.of_typename) {
    const Nodes parts = nodes(stmt.of_typename->n_names, stmt.of_typename->names);
    const ObjectId* type = find_type(step, parts);
    if (!type) return missing("type", parts, stmt.of_typename->location);
    sources.type = *type;
  }
  return {};
}

void set_descent(const Step& step, const PgQuery__CreateStmt& stmt, const Sources& sources, auto& table) {
  if (stmt.partbound) {
    table.partition_of = sources.parents.front();
    table.partition_bound = partition_bound(step, *stmt.partbound, sources.parents.front());
  } else {
    table.inherits = sources.parents;
  }
}

Table table_payload(const Step& step, const PgQuery__CreateStmt& stmt, const Sources& sources) {
  Table table;
  set_descent(step, stmt, sources, table);
  table.unlogged = *stmt.relation->relpersistence == 'u';
  table.options = storage_parameters(nodes(stmt.n_options, stmt.options));
  table.tablespace = tablespace_of(stmt.tablespacename);
  if (stmt.partspec)
    table.access_method.clear();
  else if (*stmt.access_method != '\0')
    table.access_method = stmt.access_method;
  if (stmt.of_typename) table.of_type = type_text(step, *stmt.of_typename);
  return table;
}

void typed_columns(const Step& step, const ObjectId& table, const ObjectId& type) {
  const Object* object = step.fold.catalog.find(type);
  const auto* composite = object ? std::get_if<CompositeType>(&object->payload) : nullptr;
  if (!composite) return;
  for (const Attribute& attribute : composite->attributes) {
    Column column;
    column.type = attribute.type;
    column.collation = attribute.collation;
    add_column(step, table, attribute.name, std::move(column));
  }
}

// Columns in the order written, constraints set aside for later.
void define_elements(const Step& step, const ObjectId& table, const PgQuery__CreateStmt& stmt,
                     StatedConstraints& stated) {
  for (const Node* node : nodes(stmt.n_table_elts, stmt.table_elts)) {
    if (node->node_case == PG_QUERY__NODE__NODE_COLUMN_DEF)
      define_column(step, table, *node->column_def, stated);
    else if (node->node_case == PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE)
      like_columns(step, table, *node->table_like_clause);
    else if (node->node_case == PG_QUERY__NODE__NODE_CONSTRAINT)
      state_constraint(*node->constraint, stated);
  }
  for (const Node* node : nodes(stmt.n_constraints, stmt.constraints))
    if (node->node_case == PG_QUERY__NODE__NODE_CONSTRAINT) state_constraint(*node->constraint, stated);
}

ForeignTable foreign_payload(const Step& step, const PgQuery__CreateForeignTableStmt& stmt, const Sources& sources) {
  ForeignTable table{.server = cut_identifier(stmt.servername),
                     .options = foreign_options(nodes(stmt.n_options, stmt.options))};
  set_descent(step, *stmt.base_stmt, sources, table);
  return table;
}

/// Makes the table (a foreign one where `foreign` is given) with its columns and constraints.
Outcome define_table(Step& step, const PgQuery__CreateStmt& stmt, const PgQuery__CreateForeignTableStmt* foreign) {
  const ObjectId id = created_relation(step, foreign ? Kind::foreign_table : Kind::table, *stmt.relation);
  if (stmt.if_not_exists && step.fold.in_pg_class(id.schema, id.name)) return {};
  Sources sources;
  if (Outcome outcome = find_sources(step, stmt, sources); !outcome.done()) return outcome;
  Payload payload = table_payload(step, stmt, sources);
  if (foreign) payload = foreign_payload(step, *foreign, sources);
  Object* object = step.define(id, std::move(payload), stmt.relation->location);
  if (!object) return {};
  apply_default_acl(step, *object);
  inherit_definition(step, id, sources.parents);
  if (sources.type) typed_columns(step, id, *sources.type);
  StatedConstraints stated;
  define_elements(step, id, stmt, stated);
  if (stmt.partspec) step.fold.table(id)->partition_key = partition_key(step, *stmt.partspec, id);
  for (const PgQuery__Constraint* not_null : stated.not_nulls) add_not_null(step, id, *not_null);
  if (stmt.partbound) copy_to_partition(step, sources.parents.front(), id);
  define_checks(step, id, stated.checks, foreign == nullptr);
  define_keys(step, id, stated.keys);
  for (const Node* node : nodes(stmt.n_table_elts, stmt.table_elts))
    if (node->node_case == PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE) like_rest(step, id, *node->table_like_clause);
  define_foreign_keys(step, id, stated.foreign_keys, true);
  name_not_nulls(step, id);
  return {};
}

}  // namespace

Outcome create_table(Step& step, const PgQuery__CreateStmt& stmt) {
  if (*stmt.relation->relpersistence == 't') {
    step.not_schema("a temporary table");
    return {};
  }
  return define_table(step, stmt, nullptr);
}

Outcome create_foreign_table(Step& step, const PgQuery__CreateForeignTableStmt& stmt) {
  return define_table(step, *stmt.base_stmt, &stmt);
}

}  // namespace trueup::parse
