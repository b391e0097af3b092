#include "parse/aggregate.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "parse/acl.h"
#include "parse/define.h"
#include "parse/routine.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// A function's name as written; which function it is, canonicalise finds out.
Expression function_name(const Step& step, const PgQuery__DefElem& option) {
  Expression name;
  name.text = dotted(value_parts(option.arg));
  name.search_path = step.path();
  return name;
}

Expression operator_name(const Step& step, const PgQuery__DefElem& option) {
  const Nodes parts = value_parts(option.arg);
  Expression name;
  name.text = parts.empty() ? value_text(option) : std::string(last_string(parts));
  if (parts.size() > 1) name.text = dotted(parts.first(parts.size() - 1)) + "." + name.text;
  name.search_path = step.path();
  return name;
}

std::string type_of(const Step& step, const PgQuery__DefElem& option) {
  const bool is_type = option.arg && option.arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME;
  return is_type ? type_text(step, *option.arg->type_name, false) : value_text(option);
}

// The definition's names of the plain and of the moving state differ by an "m" in front.
bool state_option(const Step& step, AggregateState& state, std::string_view name, const PgQuery__DefElem& option) {
  if (name == "sfunc" || name == "sfunc1")
    state.function = function_name(step, option);
  else if (name == "stype" || name == "stype1")
    state.type = type_of(step, option);
  else if (name == "initcond" || name == "initcond1")
    state.initial = value_text(option);
  else if (name == "sspace")
    state.space = std::atoi(value_text(option).c_str());
  else if (name == "finalfunc")
    state.final_function = function_name(step, option);
  else if (name == "finalfunc_extra")
    state.final_extra = value_true(option);
  else if (name == "finalfunc_modify")
    state.final_modify = lower(value_text(option));
  else
    return false;
  return true;
}

void set_option(const Step& step, Aggregate& aggregate, const PgQuery__DefElem& option) {
  const std::string name = lower(option.defname);
  if (state_option(step, aggregate.plain, name, option)) return;
  if (name.starts_with('m') && state_option(step, aggregate.moving, name.substr(1), option)) return;
  if (name == "minvfunc")
    aggregate.inverse_function = function_name(step, option);
  else if (name == "combinefunc")
    aggregate.combine_function = function_name(step, option);
  else if (name == "serialfunc")
    aggregate.serial_function = function_name(step, option);
  else if (name == "deserialfunc")
    aggregate.deserial_function = function_name(step, option);
  else if (name == "sortop")
    aggregate.sort_operator = operator_name(step, option);
  else if (name == "parallel")
    aggregate.parallel = lower(value_text(option));
  else if (name == "hypothetical" && value_true(option))
    aggregate.form = "hypothetical set";
}

// The old syntax names the only argument's type among the options.
void set_base_type(const Step& step, Aggregate& aggregate, const PgQuery__DefElem& option) {
  if (lower(option.defname) != "basetype") return;
  if (lower(value_text(option)) == "any") return;
  aggregate.parameters = {{.mode = "in", .name = {}, .type = type_of(step, option), .default_value = {}}};
}

// The arguments are a list of two: the parameters, and how many of them stand before ORDER BY (-1 without it).
void set_parameters(const Step& step, Aggregate& aggregate, const PgQuery__DefineStmt& stmt) {
  const Nodes args = nodes(stmt.n_args, stmt.args);
  if (stmt.oldstyle || args.size() != 2) return;
  aggregate.parameters = parameters_of(step, items_of(args[0]));
  const int direct = args[1]->node_case == PG_QUERY__NODE__NODE_INTEGER ? args[1]->integer->ival : -1;
  if (direct < 0) return;
  aggregate.form = "ordered set";
  aggregate.direct = direct;
}

// What AggregateCreate fills in.
void finish(Aggregate& aggregate) {
  const bool ordered = aggregate.form != "normal";
  const std::string modify = ordered ? "read_write" : "read_only";
  if (aggregate.plain.final_modify.empty()) aggregate.plain.final_modify = modify;
  // The server keeps a value even where there is no moving state.
  if (aggregate.moving.final_modify.empty()) aggregate.moving.final_modify = modify;
}

std::string signature(const Aggregate& aggregate) {
  std::vector<std::string> types;
  for (const Parameter& parameter : aggregate.parameters) types.push_back(parameter.type);
  return fmt::format("{}", fmt::join(types, ","));
}

}  // namespace

Outcome create_aggregate(Step& step, const PgQuery__DefineStmt& stmt) {
  const Nodes parts = nodes(stmt.n_defnames, stmt.defnames);
  Aggregate aggregate;
  set_parameters(step, aggregate, stmt);
  for (const Node* node : nodes(stmt.n_definition, stmt.definition)) {
    set_option(step, aggregate, *node->def_elem);
    if (stmt.oldstyle) set_base_type(step, aggregate, *node->def_elem);
  }
  finish(aggregate);
  const std::string_view stated = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  const ObjectId id{.kind = Kind::aggregate,
                    .schema = creation_schema(step, stated),
                    .parent = {},
                    .name = cut_identifier(last_string(parts)),
                    .signature = signature(aggregate)};
  if (Object* there = stmt.replace ? step.fold.catalog.find(id) : nullptr) {
    there->payload = std::move(aggregate);  // owner, comment and privileges stay
    there->origin = step.location(-1);
    return {};
  }
  if (Object* object = step.define(id, std::move(aggregate))) apply_default_acl(step, *object);
  return {};
}

}  // namespace trueup::parse
