#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"
#include "model/implied_name.h"

namespace trueup::ddl {

namespace {

std::string alter_domain(const Object& domain) { return "ALTER DOMAIN " + sql_name(domain.id); }

/// NOT NULL, with the constraint's name where the server would give it another.
std::string not_null_clause(const Object& object) {
  const std::string& name = as<Domain>(object).not_null_name;
  const bool implied = name.empty() || name == make_object_name(object.id.name, "", "not_null");
  return implied ? " NOT NULL" : " CONSTRAINT " + quote_identifier(name) + " NOT NULL";
}

Statement comment_on_not_null(const Object& object) {
  const Domain& domain = as<Domain>(object);
  return statement("COMMENT ON CONSTRAINT " + quote_identifier(domain.not_null_name) + " ON DOMAIN " +
                   sql_name(object.id) + " IS " +
                   (domain.not_null_comment.empty() ? "NULL" : quote_literal(domain.not_null_comment)));
}

Statements create(const Object& object, const Context& context) {
  const Domain& domain = as<Domain>(object);
  std::string sql = "CREATE DOMAIN " + sql_name(object.id) + " AS " + domain.type;
  if (!domain.collation.empty()) sql += " COLLATE " + domain.collation;
  if (!domain.default_value.empty()) sql += " DEFAULT " + default_expression(domain.default_value);
  if (domain.not_null) sql += not_null_clause(object);
  Statements statements = {statement(sql)};
  if (!domain.not_null_comment.empty()) statements.push_back(comment_on_not_null(object));
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
  const Domain& domain = as<Domain>(to);
  if (!domain.not_null) return {statement(alter_domain(to) + " DROP NOT NULL")};
  const std::string clause = not_null_clause(to);
  Statements statements = {statement(alter_domain(to) + (clause == " NOT NULL" ? " SET" : " ADD") + clause)};
  if (!domain.not_null_comment.empty()) statements.push_back(comment_on_not_null(to));
  return statements;
}

Statements alter_not_null_name(const Object& from, const Object& to, const Context&) {
  const std::string& old = as<Domain>(from).not_null_name;
  const std::string& now = as<Domain>(to).not_null_name;
  if (old.empty() || now.empty()) return {};  // comes and goes with NOT NULL
  return {statement(alter_domain(to) + " RENAME CONSTRAINT " + quote_identifier(old) + " TO " + quote_identifier(now))};
}

Statements alter_not_null_comment(const Object& from, const Object& to, const Context&) {
  if (as<Domain>(from).not_null_name.empty() || as<Domain>(to).not_null_name.empty()) return {};
  return {comment_on_not_null(to)};
}

constexpr FieldRule fields[] = {
    {.field = "type", .alter = nullptr},
    {.field = "collation", .alter = nullptr},
    {.field = "default", .alter = alter_default},
    {.field = "not_null", .alter = alter_not_null},
    {.field = "not_null_name", .alter = alter_not_null_name},
    {.field = "not_null_comment", .alter = alter_not_null_comment},
};

}  // namespace

constinit const KindRules domain_rules = {
    .kind = Kind::domain, .weight = 80, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
