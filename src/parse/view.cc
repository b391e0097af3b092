#include "parse/view.h"

#include "parse/acl.h"
#include "parse/expression.h"
#include "parse/storage_parameters.h"

namespace trueup::parse {

namespace {

View view_payload(const Step& step, const PgQuery__ViewStmt& stmt) {
  View view;
  view.query = query_of(step, *stmt.query);
  view.column_names = strings_of(nodes(stmt.n_aliases, stmt.aliases));
  view.options = storage_parameters(nodes(stmt.n_options, stmt.options));
  if (stmt.with_check_option == PG_QUERY__VIEW_CHECK_OPTION__LOCAL_CHECK_OPTION)
    view.options.set("check_option", "local");
  if (stmt.with_check_option == PG_QUERY__VIEW_CHECK_OPTION__CASCADED_CHECK_OPTION)
    view.options.set("check_option", "cascaded");
  return view;
}

}  // namespace

Outcome create_view(Step& step, const PgQuery__ViewStmt& stmt) {
  if (*stmt.view->relpersistence == 't') {
    step.not_schema("a temporary view");
    return {};
  }
  const ObjectId id = created_relation(step, Kind::view, *stmt.view);
  View view = view_payload(step, stmt);
  Object* there = step.fold.catalog.find(id);
  if (there && stmt.replace) {
    auto& old = std::get<View>(there->payload);
    view.column_comments = std::move(old.column_comments);
    view.column_defaults = std::move(old.column_defaults);
    view.replaced = std::move(old.replaced.empty() ? old.query : old.replaced);
    there->payload = std::move(view);
    there->origin = step.location(stmt.view->location);
    return {};
  }
  if (Object* object = step.define(id, std::move(view), stmt.view->location)) apply_default_acl(step, *object);
  return {};
}

Outcome create_table_as(Step& step, const PgQuery__CreateTableAsStmt& stmt) {
  const PgQuery__IntoClause& into = *stmt.into;
  if (stmt.objtype != PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW) {
    step.runs_code("a table made from a query");  // the query's types are a server's to tell
    return {};
  }
  const ObjectId id = created_relation(step, Kind::materialized_view, *into.rel);
  if (stmt.if_not_exists && step.fold.in_pg_class(id.schema, id.name)) return {};
  MaterializedView view;
  view.query = query_of(step, *stmt.query);
  view.column_names = strings_of(nodes(into.n_col_names, into.col_names));
  view.options = storage_parameters(nodes(into.n_options, into.options));
  view.with_data = !into.skip_data;
  view.tablespace = tablespace_of(into.table_space_name);
  if (*into.access_method != '\0') view.access_method = into.access_method;
  if (Object* object = step.define(id, std::move(view), into.rel->location)) apply_default_acl(step, *object);
  return {};
}

}  // namespace trueup::parse
