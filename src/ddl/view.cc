#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"
#include "ddl/view_column.h"

namespace trueup::ddl {

namespace {

using Defaults = std::map<std::string, Expression>;

std::string alter_view(const Object& view) { return "ALTER VIEW " + sql_name(view.id); }

/// The view in full: OR REPLACE drops the options it is not told.
Statement definition(const Object& object, std::string_view verb) {
  const View& view = as<View>(object);
  return statement(std::string(verb) + " VIEW " + sql_name(object.id) + column_name_list(view.column_names) +
                   with_options(view.options) + " AS\n" + view.query.text);
}

Statements change_defaults(const Object& view, const Defaults& from, const Defaults& to) {
  Statements statements;
  const auto alter = [&](const std::string& column, const std::string& act) {
    statements.push_back(statement(alter_view(view) + " ALTER COLUMN " + quote_identifier(column) + act));
  };
  for (const auto& [column, value] : from)
    if (!to.contains(column)) alter(column, " DROP DEFAULT");
  for (const auto& [column, value] : to) {
    const auto old = from.find(column);
    if (old == from.end() || !same(old->second, value)) alter(column, " SET DEFAULT " + value.text);
  }
  return statements;
}

/// A view can select from itself: OR REPLACE allows it.
bool selects_from_itself(const Object& object) {
  const View& view = as<View>(object);
  const std::vector<ObjectId>& references = view.query.references;
  const auto unknown = [](const ViewColumn& column) { return column.type.empty(); };
  return std::find(references.begin(), references.end(), object.id) != references.end() && !view.columns.empty() &&
         std::none_of(view.columns.begin(), view.columns.end(), unknown);
}

/// A view with the columns of `object` and nothing in them, for the real one to select from.
Statement stand_in(const Object& object) {
  std::vector<std::string> columns;
  for (const ViewColumn& column : as<View>(object).columns)
    columns.push_back("NULL::" + column.type + " AS " + quote_identifier(column.name));
  return statement("CREATE VIEW " + sql_name(object.id) + " AS\nSELECT " + join(columns));
}

Statements create(const Object& object, const Context& context) {
  const View& view = as<View>(object);
  Statements statements;
  if (selects_from_itself(object))
    statements = {stand_in(object), definition(object, "CREATE OR REPLACE")};
  else
    statements = {definition(object, "CREATE")};
  append(statements, change_defaults(object, {}, view.column_defaults));
  append(statements, attributes_after_create(object, context));
  append(statements, change_column_comments(object.id, {}, view.column_comments));
  append(statements, change_column_acls(object, {}, view.column_acls));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP VIEW " + sql_name(object.id))}; }

/// OR REPLACE can add columns at the end and nothing else; where a type is not known it is not tried.
Change how_query(const Object& from, const Object& to, const Context&) {
  const std::vector<ViewColumn>& old = as<View>(from).columns;
  const std::vector<ViewColumn>& now = as<View>(to).columns;
  const auto known = [](const ViewColumn& column) { return !column.type.empty(); };
  const bool replaceable = !old.empty() && old.size() <= now.size() && std::all_of(old.begin(), old.end(), known) &&
                           std::equal(old.begin(), old.end(), now.begin());
  return replaceable ? Change::alter : Change::rebuild;
}

Statements alter_query(const Object&, const Object& to, const Context&) {
  return {definition(to, "CREATE OR REPLACE")};
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_options(alter_view(to), as<View>(from).options, as<View>(to).options);
}

Statements alter_column_comments(const Object& from, const Object& to, const Context&) {
  return change_column_comments(to.id, as<View>(from).column_comments, as<View>(to).column_comments);
}

Statements alter_column_defaults(const Object& from, const Object& to, const Context&) {
  return change_defaults(to, as<View>(from).column_defaults, as<View>(to).column_defaults);
}

constexpr FieldRule fields[] = {
    {.field = "query", .alter = alter_query, .how = how_query},   {.field = "options", .alter = alter_options},
    {.field = "column_comments", .alter = alter_column_comments}, {.field = "column_acls", .alter = alter_column_acls},
    {.field = "column_defaults", .alter = alter_column_defaults},
};

}  // namespace

constinit const KindRules view_rules = {
    .kind = Kind::view, .weight = 190, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
