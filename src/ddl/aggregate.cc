#include <fmt/format.h>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"
#include "model/encode.h"

namespace trueup::ddl {

namespace {

std::string parameter(const Parameter& parameter) {
  std::string text = parameter.mode == "variadic" ? "VARIADIC " : "";
  if (!parameter.name.empty()) text += quote_identifier(parameter.name) + " ";
  return text + parameter.type;
}

/// What stands between the parentheses: "*", "a, b" or "a ORDER BY b".
std::string parameters(const Aggregate& aggregate) {
  const auto list = [&](std::size_t first, std::size_t end) {
    std::vector<std::string> parts;
    for (std::size_t i = first; i < end; ++i) parts.push_back(parameter(aggregate.parameters[i]));
    return join(parts);
  };
  const std::size_t count = aggregate.parameters.size();
  if (aggregate.form == "normal") return count == 0 ? "*" : list(0, count);
  const auto direct = static_cast<std::size_t>(aggregate.direct);
  // Where all are direct, the variadic last one stands for the aggregated ones as well.
  const std::size_t ordered = direct < count ? direct : count - 1;
  return list(0, direct) + (direct > 0 ? " " : "") + "ORDER BY " + list(ordered, count);
}

void add(std::vector<std::string>& options, const std::string& name, const std::string& value) {
  if (!value.empty()) options.push_back(fmt::format("{} = {}", name, value));
}

void add_state(std::vector<std::string>& options, const AggregateState& state, const std::string& prefix,
               const std::string& usual_modify) {
  if (state.type.empty()) return;
  add(options, prefix + "SFUNC", state.function.text);
  add(options, prefix + "STYPE", state.type);
  if (state.space != 0) add(options, prefix + "SSPACE", std::to_string(state.space));
  add(options, prefix + "FINALFUNC", state.final_function.text);
  if (state.final_extra) options.push_back(prefix + "FINALFUNC_EXTRA");
  if (state.final_modify != usual_modify) add(options, prefix + "FINALFUNC_MODIFY", upper(state.final_modify));
  if (state.initial) add(options, prefix + "INITCOND", quote_literal(*state.initial));
}

Statement definition(const Object& object, std::string_view verb) {
  const Aggregate& aggregate = as<Aggregate>(object);
  const std::string usual_modify = aggregate.form == "normal" ? "read_only" : "read_write";
  std::vector<std::string> options;
  add_state(options, aggregate.plain, "", usual_modify);
  add(options, "COMBINEFUNC", aggregate.combine_function.text);
  add(options, "SERIALFUNC", aggregate.serial_function.text);
  add(options, "DESERIALFUNC", aggregate.deserial_function.text);
  add(options, "MINVFUNC", aggregate.inverse_function.text);
  add_state(options, aggregate.moving, "M", usual_modify);
  if (!aggregate.sort_operator.empty()) add(options, "SORTOP", "OPERATOR(" + aggregate.sort_operator.text + ")");
  if (aggregate.parallel != "unsafe") add(options, "PARALLEL", upper(aggregate.parallel));
  if (aggregate.form == "hypothetical set") options.emplace_back("HYPOTHETICAL");
  return statement(fmt::format("{} AGGREGATE {}({}) (\n  {}\n)", verb, qualified(object.id.schema, object.id.name),
                               parameters(aggregate), join(options, ",\n  ")));
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {definition(object, "CREATE")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP AGGREGATE " + sql_name(object.id))}; }

Statements replace(const Object&, const Object& to, const Context&) { return {definition(to, "CREATE OR REPLACE")}; }

/// OR REPLACE keeps the result's type; one that is not known may be another.
Change how_result(const Object& from, const Object& to, const Context&) {
  const std::string& before = as<Aggregate>(from).returns;
  return !before.empty() && before == as<Aggregate>(to).returns ? Change::alter : Change::rebuild;
}

/// Nor can it rename a named parameter, or turn one variadic.
Change how_parameters(const Object& from, const Object& to, const Context&) {
  const std::vector<Parameter>& before = as<Aggregate>(from).parameters;
  const std::vector<Parameter>& after = as<Aggregate>(to).parameters;
  for (std::size_t i = 0; i < before.size() && i < after.size(); ++i) {
    const bool renamed = !before[i].name.empty() && before[i].name != after[i].name;
    if (renamed || before[i].mode != after[i].mode) return Change::rebuild;
  }
  return Change::alter;
}

constexpr FieldRule fields[] = {
    {.field = "form", .alter = nullptr},
    {.field = "parameters", .alter = replace, .how = how_parameters},
    {.field = "direct", .alter = nullptr},
    {.field = "sfunc", .alter = replace},
    {.field = "stype", .alter = replace, .how = how_result},
    {.field = "initcond", .alter = replace},
    {.field = "sspace", .alter = replace},
    {.field = "finalfunc", .alter = replace, .how = how_result},
    {.field = "finalfunc_extra", .alter = replace, .how = how_result},
    {.field = "finalfunc_modify", .alter = replace},
    {.field = "combinefunc", .alter = replace},
    {.field = "serialfunc", .alter = replace},
    {.field = "deserialfunc", .alter = replace},
    {.field = "msfunc", .alter = replace},
    {.field = "minvfunc", .alter = replace},
    {.field = "mstype", .alter = replace},
    {.field = "minitcond", .alter = replace},
    {.field = "msspace", .alter = replace},
    {.field = "mfinalfunc", .alter = replace},
    {.field = "mfinalfunc_extra", .alter = replace},
    {.field = "mfinalfunc_modify", .alter = replace},
    {.field = "sortop", .alter = replace},
    {.field = "parallel", .alter = replace},
};

}  // namespace

constinit const KindRules aggregate_rules = {
    .kind = Kind::aggregate, .weight = 188, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
