#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const Domain& domain = as<Domain>(object);
  std::string sql = "CREATE DOMAIN " + sql_name(object.id) + " AS " + domain.type;
  if (!domain.collation.empty()) sql += " COLLATE " + domain.collation;
  if (!domain.default_value.empty()) sql += " DEFAULT " + default_expression(domain.default_value);
  if (domain.not_null) sql += " NOT NULL";
  Statements statements = {statement(sql)};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP DOMAIN " + sql_name(object.id))}; }

Statements alter_default(const Object&, const Object& to, const Context&) {
  const Expression& value = as<Domain>(to).default_value;
  const std::string prefix = "ALTER DOMAIN " + sql_name(to.id);
  return {statement(prefix + (value.empty() ? " DROP DEFAULT" : " SET DEFAULT " + value.text))};
}

Statements alter_not_null(const Object&, const Object& to, const Context&) {
  const std::string_view verb = as<Domain>(to).not_null ? " SET NOT NULL" : " DROP NOT NULL";
  return {statement("ALTER DOMAIN " + sql_name(to.id) + std::string(verb))};
}

constexpr FieldRule fields[] = {
    {.field = "type", .alter = nullptr},
    {.field = "collation", .alter = nullptr},
    {.field = "default", .alter = alter_default},
    {.field = "not_null", .alter = alter_not_null},
};

}  // namespace

constinit const KindRules domain_rules = {
    .kind = Kind::domain, .weight = 80, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
