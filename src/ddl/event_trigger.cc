#include <fmt/format.h>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"
#include "model/enabled.h"

namespace trueup::ddl {

namespace {

Statement set_enabled(const Object& object) {
  return statement(
      fmt::format("ALTER EVENT TRIGGER {} {}", sql_name(object.id), enabled_verb(as<EventTrigger>(object).enabled)));
}

Statements create(const Object& object, const Context& context) {
  const EventTrigger& trigger = as<EventTrigger>(object);
  std::string sql = fmt::format("CREATE EVENT TRIGGER {} ON {}", sql_name(object.id), quote_identifier(trigger.event));
  std::vector<std::string> tags;
  for (const std::string& tag : trigger.tags) tags.push_back(quote_literal(tag));
  if (!tags.empty()) sql += " WHEN TAG IN (" + join(tags) + ")";
  sql += " EXECUTE FUNCTION " + qualified(trigger.function.schema, trigger.function.name) + "()";
  Statements statements = {statement(sql)};
  if (trigger.enabled != "origin") statements.push_back(set_enabled(object));
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP EVENT TRIGGER " + sql_name(object.id))};
}

Statements alter_enabled(const Object&, const Object& to, const Context&) { return {set_enabled(to)}; }

constexpr FieldRule fields[] = {
    {.field = "event", .alter = nullptr},
    {.field = "tags", .alter = nullptr},
    {.field = "function", .alter = nullptr},
    {.field = "enabled", .alter = alter_enabled},
};

}  // namespace

constinit const KindRules event_trigger_rules = {
    .kind = Kind::event_trigger, .weight = 280, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
