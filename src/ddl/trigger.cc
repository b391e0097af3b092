#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"
#include "model/enabled.h"

namespace trueup::ddl {

namespace {

std::string events(const Trigger& trigger) {
  std::vector<std::string> parts;
  for (const std::string& event : trigger.events) {
    parts.push_back(upper(event));
    if (event == "update" && !trigger.update_columns.empty()) parts.back() += " OF " + names(trigger.update_columns);
  }
  return join(parts, " OR ");
}

std::string transition_tables(const Trigger& trigger) {
  if (trigger.old_table.empty() && trigger.new_table.empty()) return "";
  std::string text = " REFERENCING";
  if (!trigger.old_table.empty()) text += " OLD TABLE AS " + quote_identifier(trigger.old_table);
  if (!trigger.new_table.empty()) text += " NEW TABLE AS " + quote_identifier(trigger.new_table);
  return text;
}

std::string call(const Trigger& trigger) {
  std::vector<std::string> arguments;
  for (const std::string& argument : trigger.arguments) arguments.push_back(quote_literal(argument));
  return qualified(trigger.function.schema, trigger.function.name) + "(" + join(arguments) + ")";
}

Statement definition(const Object& object, std::string_view verb) {
  const Trigger& trigger = as<Trigger>(object);
  std::string sql = fmt::format("{}{} TRIGGER {} {} {} ON {}", verb, trigger.constraint ? " CONSTRAINT" : "",
                                sql_name(object.id), upper(trigger.timing), events(trigger), sql_parent(object.id));
  if (trigger.from_table) sql += " FROM " + sql_name(*trigger.from_table);
  sql += deferrability(trigger.deferrable, trigger.initially_deferred) + transition_tables(trigger);
  sql += trigger.for_each_row ? " FOR EACH ROW" : " FOR EACH STATEMENT";
  if (!trigger.when.empty()) sql += " WHEN (" + trigger.when.text + ")";
  return statement(sql + " EXECUTE FUNCTION " + call(trigger));
}

/// ALTER TABLE reaches the partitions' copies, too.
Statement set_enabled(const Object& object) {
  return statement(fmt::format("{} {} TRIGGER {}", alter_parent(object), enabled_verb(as<Trigger>(object).enabled),
                               sql_name(object.id)));
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {definition(object, "CREATE")};
  if (as<Trigger>(object).enabled != "origin") statements.push_back(set_enabled(object));
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP TRIGGER " + sql_name(object.id) + " ON " + sql_parent(object.id))};
}

/// OR REPLACE came with 14 and does not know constraint triggers.
Change how_definition(const Object& from, const Object& to, const Context& context) {
  const bool constraint = as<Trigger>(from).constraint || as<Trigger>(to).constraint;
  return context.to.server_version >= 140000 && !constraint ? Change::alter : Change::rebuild;
}

/// OR REPLACE enables a disabled trigger: its state is said again.
Statements replace(const Object&, const Object& to, const Context&) {
  Statements statements = {definition(to, "CREATE OR REPLACE")};
  if (as<Trigger>(to).enabled != "origin") statements.push_back(set_enabled(to));
  return statements;
}

Statements alter_enabled(const Object&, const Object& to, const Context&) { return {set_enabled(to)}; }

constexpr FieldRule fields[] = {
    {.field = "timing", .alter = replace, .how = how_definition},
    {.field = "events", .alter = replace, .how = how_definition},
    {.field = "update_columns", .alter = replace, .how = how_definition},
    {.field = "for_each_row", .alter = replace, .how = how_definition},
    {.field = "constraint", .alter = nullptr},
    {.field = "deferrable", .alter = nullptr},
    {.field = "initially_deferred", .alter = nullptr},
    {.field = "from_table", .alter = nullptr},
    {.field = "old_table", .alter = replace, .how = how_definition},
    {.field = "new_table", .alter = replace, .how = how_definition},
    {.field = "when", .alter = replace, .how = how_definition},
    {.field = "function", .alter = replace, .how = how_definition},
    {.field = "arguments", .alter = replace, .how = how_definition},
    {.field = "enabled", .alter = alter_enabled},
};

}  // namespace

constinit const KindRules trigger_rules = {
    .kind = Kind::trigger, .weight = 230, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
