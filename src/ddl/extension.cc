#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const Extension& extension = as<Extension>(object);
  std::string sql = "CREATE EXTENSION " + sql_name(object.id);
  if (!extension.schema.empty()) sql += " WITH SCHEMA " + quote_identifier(extension.schema);
  if (!extension.version.empty()) sql += " VERSION " + quote_literal(extension.version);
  Statements statements = {statement(sql)};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP EXTENSION " + sql_name(object.id))}; }

/// A version that is no longer stated leaves the extension as it is.
Statements alter_version(const Object&, const Object& to, const Context&) {
  const std::string& version = as<Extension>(to).version;
  if (version.empty()) return {};
  return {statement("ALTER EXTENSION " + sql_name(to.id) + " UPDATE TO " + quote_literal(version))};
}

/// So does a schema that is no longer stated.
Statements alter_schema(const Object&, const Object& to, const Context&) {
  const std::string& schema = as<Extension>(to).schema;
  if (schema.empty()) return {};
  return {statement("ALTER EXTENSION " + sql_name(to.id) + " SET SCHEMA " + quote_identifier(schema))};
}

constexpr FieldRule fields[] = {
    {.field = "schema", .alter = alter_schema},
    {.field = "version", .alter = alter_version},
};

}  // namespace

constinit const KindRules extension_rules = {
    .kind = Kind::extension, .weight = 40, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
