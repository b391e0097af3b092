#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  Statements statements = {statement("CREATE SCHEMA " + sql_name(object.id))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP SCHEMA " + sql_name(object.id))}; }

}  // namespace

constinit const KindRules schema_rules = {
    .kind = Kind::schema, .weight = 30, .create = create, .drop = drop, .fields = {}};

}  // namespace trueup::ddl
