#include <fmt/format.h>

#include <algorithm>

#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string roles(const Policy& policy) {
  std::vector<std::string> parts;
  for (const std::string& role : policy.roles) parts.push_back(role_name(role));
  return parts.empty() ? "PUBLIC" : join(parts);
}

std::string expressions(const Policy& policy) {
  std::string text;
  if (!policy.using_expression.empty()) text += " USING (" + policy.using_expression.text + ")";
  if (!policy.check_expression.empty()) text += " WITH CHECK (" + policy.check_expression.text + ")";
  return text;
}

Statements create(const Object& object, const Context& context) {
  const Policy& policy = as<Policy>(object);
  Statements statements = {statement(fmt::format(
      "CREATE POLICY {} ON {} AS {} FOR {} TO {}{}", sql_name(object.id), sql_parent(object.id),
      policy.permissive ? "PERMISSIVE" : "RESTRICTIVE", upper(policy.command), roles(policy), expressions(policy)))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP POLICY " + sql_name(object.id) + " ON " + sql_parent(object.id))};
}

/// ALTER POLICY sets an expression but cannot take one away.
Change how_expressions(const Object& from, const Object& to, const Context&) {
  const Policy& old = as<Policy>(from);
  const Policy& now = as<Policy>(to);
  const bool loses_using = !old.using_expression.empty() && now.using_expression.empty();
  const bool loses_check = !old.check_expression.empty() && now.check_expression.empty();
  return loses_using || loses_check ? Change::rebuild : Change::alter;
}

Statements alter(const Object&, const Object& to, const Context&) {
  const Policy& policy = as<Policy>(to);
  return {statement("ALTER POLICY " + sql_name(to.id) + " ON " + sql_parent(to.id) + " TO " + roles(policy) +
                    expressions(policy))};
}

constexpr FieldRule fields[] = {
    {.field = "permissive", .alter = nullptr},
    {.field = "command", .alter = nullptr},
    {.field = "roles", .alter = alter},
    {.field = "using", .alter = alter, .how = how_expressions},
    {.field = "check", .alter = alter, .how = how_expressions},
};

}  // namespace

constinit const KindRules policy_rules = {
    .kind = Kind::policy, .weight = 240, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
