#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const Cast& cast = as<Cast>(object);
  std::string sql = "CREATE CAST " + sql_name(object.id);
  if (cast.method == "inout")
    sql += " WITH INOUT";
  else if (cast.function)
    sql += " WITH FUNCTION " + sql_name(*cast.function);
  else
    sql += " WITHOUT FUNCTION";
  if (cast.context != "explicit") sql += " AS " + upper(cast.context);
  Statements statements = {statement(std::move(sql))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP CAST " + sql_name(object.id))}; }

// Nothing of a cast can be changed in place.
constexpr FieldRule fields[] = {
    {.field = "method", .alter = nullptr},
    {.field = "function", .alter = nullptr},
    {.field = "context", .alter = nullptr},
};

}  // namespace

constinit const KindRules cast_rules = {
    .kind = Kind::cast, .weight = 109, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
