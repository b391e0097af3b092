#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const Conversion& conversion = as<Conversion>(object);
  const std::string sql = std::string("CREATE ") + (conversion.is_default ? "DEFAULT " : "") + "CONVERSION " +
                          sql_name(object.id) + " FOR " + quote_literal(conversion.source) + " TO " +
                          quote_literal(conversion.target) + " FROM " +
                          qualified(conversion.function.schema, conversion.function.name);
  Statements statements = {statement(sql)};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP CONVERSION " + sql_name(object.id))}; }

// Nothing of a conversion but its owner, name and schema can be changed in place.
constexpr FieldRule fields[] = {
    {.field = "source", .alter = nullptr},
    {.field = "target", .alter = nullptr},
    {.field = "function", .alter = nullptr},
    {.field = "default", .alter = nullptr},
};

}  // namespace

constinit const KindRules conversion_rules = {
    .kind = Kind::conversion, .weight = 187, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
