#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string alter_domain(const Object& check) { return "ALTER DOMAIN " + sql_parent(check.id); }

Statements create(const Object& object, const Context& context) {
  const DomainCheck& check = as<DomainCheck>(object);
  std::string sql =
      alter_domain(object) + " ADD CONSTRAINT " + sql_name(object.id) + " CHECK (" + check.expression.text + ")";
  if (check.not_valid) sql += " NOT VALID";
  Statements statements = {statement(sql)};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement(alter_domain(object) + " DROP CONSTRAINT " + sql_name(object.id))};
}

/// A constraint can become valid, never invalid again.
Change how_not_valid(const Object&, const Object& to, const Context&) {
  return as<DomainCheck>(to).not_valid ? Change::rebuild : Change::alter;
}

Statements validate(const Object&, const Object& to, const Context&) {
  return {statement(alter_domain(to) + " VALIDATE CONSTRAINT " + sql_name(to.id))};
}

constexpr FieldRule fields[] = {
    {.field = "expression", .alter = nullptr},
    {.field = "not_valid", .alter = validate, .how = how_not_valid},
};

}  // namespace

constinit const KindRules domain_check_rules = {
    .kind = Kind::domain_check, .weight = 90, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
