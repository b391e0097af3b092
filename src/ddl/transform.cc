#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statement definition(const Object& object, std::string_view verb) {
  const Transform& transform = as<Transform>(object);
  std::vector<std::string> parts;
  if (transform.from_sql) parts.push_back("FROM SQL WITH FUNCTION " + sql_name(*transform.from_sql));
  if (transform.to_sql) parts.push_back("TO SQL WITH FUNCTION " + sql_name(*transform.to_sql));
  return statement(std::string(verb) + " TRANSFORM " + sql_name(object.id) + " (" + join(parts) + ")");
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {definition(object, "CREATE")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP TRANSFORM " + sql_name(object.id))}; }

Statements replace(const Object&, const Object& to, const Context&) { return {definition(to, "CREATE OR REPLACE")}; }

constexpr FieldRule fields[] = {
    {.field = "from_sql", .alter = replace},
    {.field = "to_sql", .alter = replace},
};

}  // namespace

constinit const KindRules transform_rules = {
    .kind = Kind::transform, .weight = 108, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
