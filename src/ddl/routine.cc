#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

bool is_function(const Object& object) { return object.id.kind == Kind::function; }

std::string mode_word(const std::string& mode) {
  if (mode == "out") return "OUT ";
  if (mode == "inout") return "INOUT ";
  if (mode == "variadic") return "VARIADIC ";
  return "";
}

std::string parameter(const Parameter& parameter) {
  std::string text = mode_word(parameter.mode);
  if (!parameter.name.empty()) text += quote_identifier(parameter.name) + " ";
  text += parameter.type;
  if (!parameter.default_value.empty()) text += " DEFAULT " + parameter.default_value.text;
  return text;
}

/// The parameters between the parentheses, or those of RETURNS TABLE (…).
std::string parameters(const Routine& routine, bool of_table) {
  std::vector<std::string> parts;
  for (const Parameter& each : routine.parameters)
    if ((each.mode == "table") == of_table) parts.push_back(parameter(each));
  return join(parts);
}

std::string returns(const Routine& routine) {
  const std::string table = parameters(routine, true);
  if (!table.empty()) return " RETURNS TABLE(" + table + ")";
  return std::string(" RETURNS ") + (routine.returns_set ? "SETOF " : "") + routine.returns;
}

/// The properties that are not the server's defaults, with a space before each.
std::string properties(const Object& object) {
  const Routine& routine = as<Routine>(object);
  std::string text;
  if (!routine.transforms.empty()) {
    std::vector<std::string> types;
    for (const std::string& type : routine.transforms) types.push_back("FOR TYPE " + type);
    text += " TRANSFORM " + join(types);
  }
  if (routine.window) text += " WINDOW";
  if (routine.volatility != "volatile") text += " " + upper(routine.volatility);
  if (routine.leakproof) text += " LEAKPROOF";
  if (routine.strict) text += " STRICT";
  if (routine.security_definer) text += " SECURITY DEFINER";
  if (routine.parallel != "unsafe") text += " PARALLEL " + upper(routine.parallel);
  const double implied_cost = routine.language == "c" || routine.language == "internal" ? 1 : 100;
  if (is_function(object) && routine.cost != implied_cost) text += fmt::format(" COST {}", routine.cost);
  const double implied_rows = routine.returns_set ? 1000 : 0;
  if (routine.rows != implied_rows) text += fmt::format(" ROWS {}", routine.rows);
  if (!routine.support.empty()) text += " SUPPORT " + routine.support;
  for (const auto& [name, value] : routine.settings) text += "\n SET " + setting_name(name) + " TO " + value;
  return text;
}

std::string body(const Routine& routine) {
  if (!routine.sql_body.empty()) return "\n" + routine.sql_body.text;
  if (!routine.library.empty())
    return "\nAS " + quote_literal(routine.library) + (routine.body.empty() ? "" : ", " + quote_literal(routine.body));
  return "\nAS " + dollar_quote(routine.body);
}

/// The routine in full: OR REPLACE forgets whatever is not said again.
Statement definition(const Object& object, std::string_view verb) {
  const Routine& routine = as<Routine>(object);
  const std::string name = qualified(object.id.schema, object.id.name);
  std::string sql = fmt::format("{} {} {}({})", verb, keyword_of(object.id.kind), name, parameters(routine, false));
  if (is_function(object)) sql += returns(routine);
  sql += "\n LANGUAGE " + quote_identifier(routine.language) + properties(object);
  return statement(sql + body(routine));
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {definition(object, "CREATE")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP " + std::string(keyword_of(object.id.kind)) + " " + sql_name(object.id))};
}

Statements replace(const Object&, const Object& to, const Context&) { return {definition(to, "CREATE OR REPLACE")}; }

bool is_input(const Parameter& parameter) { return parameter.mode != "out" && parameter.mode != "table"; }

std::vector<Parameter> only(const Routine& routine, bool input) {
  std::vector<Parameter> found;
  for (const Parameter& each : routine.parameters)
    if (is_input(each) == input) found.push_back(each);
  return found;
}

/// What comes out: OUT, INOUT and TABLE parameters. With more than one of them, or with one that makes the result
/// type, names and types together are the result's row type.
std::vector<std::pair<std::string, std::string>> results(const Routine& routine) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const Parameter& each : routine.parameters)
    if (each.mode == "out" || each.mode == "inout" || each.mode == "table") found.emplace_back(each.name, each.type);
  return found;
}

/// OR REPLACE cannot rename a named input parameter, take a default away, change what comes out, or turn a parameter
/// variadic.
Change how_parameters(const Object& from, const Object& to, const Context&) {
  const Routine& old = as<Routine>(from);
  const Routine& now = as<Routine>(to);
  const std::vector<Parameter> old_inputs = only(old, true);
  const std::vector<Parameter> new_inputs = only(now, true);
  if (results(old) != results(now) || old_inputs.size() != new_inputs.size()) return Change::rebuild;
  for (std::size_t i = 0; i < old_inputs.size(); ++i) {
    const Parameter& before = old_inputs[i];
    const Parameter& after = new_inputs[i];
    const bool renamed = !before.name.empty() && before.name != after.name;
    const bool loses_default = !before.default_value.empty() && after.default_value.empty();
    const bool other_mode = (before.mode == "variadic") != (after.mode == "variadic");
    if (before.type != after.type || renamed || loses_default || other_mode) return Change::rebuild;
  }
  return Change::alter;
}

constexpr FieldRule fields[] = {
    {.field = "language", .alter = replace},
    {.field = "parameters", .alter = replace, .how = how_parameters},
    {.field = "returns", .alter = nullptr},
    {.field = "returns_set", .alter = nullptr},
    {.field = "body", .alter = replace},
    {.field = "sql_body", .alter = replace},
    {.field = "library", .alter = replace},
    {.field = "window", .alter = nullptr},
    {.field = "volatility", .alter = replace},
    {.field = "strict", .alter = replace},
    {.field = "security_definer", .alter = replace},
    {.field = "leakproof", .alter = replace},
    {.field = "parallel", .alter = replace},
    {.field = "cost", .alter = replace},
    {.field = "rows", .alter = replace},
    {.field = "support", .alter = replace},
    {.field = "transforms", .alter = replace},
    {.field = "settings", .alter = replace},
};

}  // namespace

constinit const KindRules function_rules = {
    .kind = Kind::function, .weight = 102, .create = create, .drop = drop, .fields = fields};

constinit const KindRules procedure_rules = {
    .kind = Kind::procedure, .weight = 104, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
