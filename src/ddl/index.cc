#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/partition.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string alter_index(const Object& index) { return "ALTER INDEX " + sql_name(index.id); }

std::string definition(const Object& object) {
  const Index& index = as<Index>(object);
  std::string sql = index.unique ? "CREATE UNIQUE INDEX " : "CREATE INDEX ";
  // An index always goes into its table's schema: its own name stands bare.
  sql += quote_identifier(object.id.name) + (index.only ? " ON ONLY " : " ON ") + sql_name(index.table);
  if (index.method != "btree") sql += " USING " + quote_identifier(index.method);
  sql += " (" + elements(index.elements) + ")";
  if (!index.include.empty()) sql += " INCLUDE (" + names(index.include) + ")";
  if (index.nulls_not_distinct) sql += " NULLS NOT DISTINCT";
  sql += with_options(index.options);
  if (!index.tablespace.empty()) sql += " TABLESPACE " + quote_identifier(index.tablespace);
  if (!index.predicate.empty()) sql += " WHERE " + index.predicate.text;
  return sql;
}

/// Targets that differ; -1 takes one away.
Statements change_statistics(const Object& object, const std::map<int, int>& from, const std::map<int, int>& to) {
  Statements statements;
  const auto set = [&](int element, int target) {
    statements.push_back(statement(alter_index(object) + " ALTER COLUMN " + std::to_string(element) +
                                   " SET STATISTICS " + std::to_string(target)));
  };
  for (const auto& [element, target] : from)
    if (!to.contains(element)) set(element, -1);
  for (const auto& [element, target] : to) {
    const auto old = from.find(element);
    if (old == from.end() || old->second != target) set(element, target);
  }
  return statements;
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {statement(definition(object))};
  append(statements, change_statistics(object, {}, as<Index>(object).statistics_targets));
  append(statements, attributes_after_create(object, context));
  append(statements, attach_index(object));
  return statements;
}

/// Whether a partition's constraint serves as a part of the index, at any depth.
bool has_constraint_below(const ObjectId& index, const Catalog& catalog) {
  return std::any_of(catalog.objects.begin(), catalog.objects.end(), [&](const auto& entry) {
    if (entry.second.inherited_from != index) return false;
    return is_constraint(entry.first.kind) || has_constraint_below(entry.first, catalog);
  });
}

/// A part that is a constraint's goes only by CASCADE, and by itself not at all.
Statements drop(const Object& object, const Context& context) {
  const bool cascade =
      is_partitioned(as<Index>(object).table, context.from) && has_constraint_below(object.id, context.from);
  return {statement("DROP INDEX " + sql_name(object.id) + (cascade ? " CASCADE" : ""))};
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_options(alter_index(to), as<Index>(from).options, as<Index>(to).options);
}

/// The server has no ALTER INDEX … SET for a partitioned table's index.
Change how_options(const Object& from, const Object&, const Context& context) {
  return is_partitioned(as<Index>(from).table, context.from) ? Change::rebuild : Change::alter;
}

Statements alter_tablespace(const Object&, const Object& to, const Context&) {
  const std::string& name = as<Index>(to).tablespace;
  return {statement(alter_index(to) + " SET TABLESPACE " + (name.empty() ? "pg_default" : quote_identifier(name)))};
}

Statements alter_statistics(const Object& from, const Object& to, const Context&) {
  return change_statistics(to, as<Index>(from).statistics_targets, as<Index>(to).statistics_targets);
}

Change how_only(const Object& from, const Object&, const Context&) {
  return as<Index>(from).only ? Change::alter : Change::rebuild;
}

constexpr FieldRule fields[] = {
    {.field = "table", .alter = nullptr},
    {.field = "method", .alter = nullptr},
    {.field = "unique", .alter = nullptr},
    {.field = "nulls_not_distinct", .alter = nullptr},
    {.field = "elements", .alter = nullptr},
    {.field = "include", .alter = nullptr},
    {.field = "predicate", .alter = nullptr},
    {.field = "options", .alter = alter_options, .how = how_options, .reaches_children = false},
    {.field = "tablespace", .alter = alter_tablespace, .reaches_children = false},
    {.field = "only", .alter = complete_index, .how = how_only},
    {.field = "statistics_targets", .alter = alter_statistics},
    {.field = "inherited_from", .alter = alter_attached, .how = how_attached, .reaches_children = false},
};

}  // namespace

constinit const KindRules index_rules = {
    .kind = Kind::index, .weight = 170, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
