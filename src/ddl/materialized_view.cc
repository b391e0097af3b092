#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"
#include "ddl/view_column.h"

namespace trueup::ddl {

namespace {

std::string alter_view(const Object& view) { return "ALTER MATERIALIZED VIEW " + sql_name(view.id); }

std::string definition(const Object& object) {
  const MaterializedView& view = as<MaterializedView>(object);
  std::string sql = "CREATE MATERIALIZED VIEW " + sql_name(object.id) + column_name_list(view.column_names);
  if (!view.access_method.empty() && view.access_method != "heap")
    sql += " USING " + quote_identifier(view.access_method);
  sql += with_options(view.options);
  if (!view.tablespace.empty()) sql += " TABLESPACE " + quote_identifier(view.tablespace);
  return sql + " AS\n" + view.query.text + (view.with_data ? "" : "\nWITH NO DATA");
}

Statement cluster_on(const Object& object) {
  const std::string& index = as<MaterializedView>(object).clustered_on;
  if (index.empty()) return statement(alter_view(object) + " SET WITHOUT CLUSTER");
  Statement set = statement(alter_view(object) + " CLUSTER ON " + quote_identifier(index));
  set.needs = {ObjectId{.kind = Kind::index, .schema = object.id.schema, .parent = {}, .name = index, .signature = {}}};
  return set;
}

Statements create(const Object& object, const Context& context) {
  const MaterializedView& view = as<MaterializedView>(object);
  Statements statements = {statement(definition(object))};
  append(statements, attributes_after_create(object, context));
  append(statements, change_column_comments(object.id, {}, view.column_comments));
  append(statements, change_column_acls(object, {}, view.column_acls));
  if (!view.clustered_on.empty()) statements.push_back(cluster_on(object));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP MATERIALIZED VIEW " + sql_name(object.id))};
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_options(alter_view(to), as<MaterializedView>(from).options, as<MaterializedView>(to).options);
}

Statements alter_tablespace(const Object&, const Object& to, const Context&) {
  const std::string& name = as<MaterializedView>(to).tablespace;
  return {statement(alter_view(to) + " SET TABLESPACE " + (name.empty() ? "pg_default" : quote_identifier(name)))};
}

Statements alter_access_method(const Object&, const Object& to, const Context&) {
  return {statement(alter_view(to) + " SET ACCESS METHOD " + quote_identifier(as<MaterializedView>(to).access_method))};
}

Change how_access_method(const Object&, const Object&, const Context& context) {
  return context.to.server_version >= 150000 ? Change::alter : Change::rebuild;
}

Statements alter_clustered_on(const Object&, const Object& to, const Context&) { return {cluster_on(to)}; }

Statements alter_column_comments(const Object& from, const Object& to, const Context&) {
  return change_column_comments(to.id, as<MaterializedView>(from).column_comments,
                                as<MaterializedView>(to).column_comments);
}

constexpr FieldRule fields[] = {
    {.field = "query", .alter = nullptr},
    {.field = "options", .alter = alter_options},
    {.field = "tablespace", .alter = alter_tablespace},
    {.field = "access_method", .alter = alter_access_method, .how = how_access_method},
    {.field = "clustered_on", .alter = alter_clustered_on},
    {.field = "column_comments", .alter = alter_column_comments},
    {.field = "column_acls", .alter = alter_column_acls},
};

}  // namespace

constinit const KindRules materialized_view_rules = {
    .kind = Kind::materialized_view, .weight = 200, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
