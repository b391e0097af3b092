#include <fmt/format.h>

#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"
#include "model/enabled.h"

namespace trueup::ddl {

namespace {

std::string actions(const Rule& rule) {
  if (rule.actions.empty()) return "NOTHING";
  if (rule.actions.size() == 1) return rule.actions.front().text;
  std::vector<std::string> texts;
  for (const Expression& action : rule.actions) texts.push_back(action.text);
  return "(" + join(texts, "; ") + ")";
}

Statement definition(const Object& object, std::string_view verb) {
  const Rule& rule = as<Rule>(object);
  std::string sql =
      fmt::format("{} RULE {} AS ON {} TO {}", verb, sql_name(object.id), upper(rule.event), sql_parent(object.id));
  if (!rule.condition.empty()) sql += " WHERE (" + rule.condition.text + ")";
  return statement(sql + (rule.instead ? " DO INSTEAD " : " DO ALSO ") + actions(rule));
}

/// Views have no rules that are switched off.
Statement set_enabled(const Object& object) {
  return statement(
      fmt::format("{} {} RULE {}", alter_parent(object), enabled_verb(as<Rule>(object).enabled), sql_name(object.id)));
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {definition(object, "CREATE")};
  if (as<Rule>(object).enabled != "origin") statements.push_back(set_enabled(object));
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP RULE " + sql_name(object.id) + " ON " + sql_parent(object.id))};
}

/// OR REPLACE leaves the enabled state and the comment as they are.
Statements replace(const Object&, const Object& to, const Context&) { return {definition(to, "CREATE OR REPLACE")}; }

Statements alter_enabled(const Object&, const Object& to, const Context&) { return {set_enabled(to)}; }

constexpr FieldRule fields[] = {
    {.field = "event", .alter = replace},         {.field = "instead", .alter = replace},
    {.field = "condition", .alter = replace},     {.field = "actions", .alter = replace},
    {.field = "enabled", .alter = alter_enabled},
};

}  // namespace

constinit const KindRules rule_rules = {
    .kind = Kind::rule, .weight = 235, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
