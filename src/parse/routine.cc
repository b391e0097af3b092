#include "parse/routine.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "base/quote.h"
#include "parse/acl.h"
#include "parse/expression.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

std::string mode_of(const PgQuery__FunctionParameter& parameter) {
  switch (static_cast<int>(parameter.mode)) {
    case PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_OUT:
      return "out";
    case PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_INOUT:
      return "inout";
    case PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_VARIADIC:
      return "variadic";
    case PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_TABLE:
      return "table";
    default:
      return "in";
  }
}

bool is_input(const Parameter& parameter) { return parameter.mode != "out" && parameter.mode != "table"; }
bool is_output(const Parameter& parameter) { return parameter.mode != "in" && parameter.mode != "variadic"; }

// The types of the input parameters, as proargtypes holds them.
std::string signature(const std::vector<Parameter>& parameters) {
  std::vector<std::string> types;
  for (const Parameter& parameter : parameters)
    if (is_input(parameter)) types.push_back(parameter.type);
  return fmt::format("{}", fmt::join(types, ","));
}

// The result type that OUT and TABLE parameters imply where none is stated (interpret_function_parameter_list).
std::string implied_result(const std::vector<Parameter>& parameters) {
  std::vector<const Parameter*> outputs;
  for (const Parameter& parameter : parameters)
    if (is_output(parameter)) outputs.push_back(&parameter);
  if (outputs.empty()) return "void";
  return outputs.size() == 1 ? outputs.front()->type : "record";
}

bool has_table_mode(const std::vector<Parameter>& parameters) {
  return std::any_of(parameters.begin(), parameters.end(), [](const Parameter& p) { return p.mode == "table"; });
}

void set_returns(const Step& step, const PgQuery__CreateFunctionStmt& stmt, Routine& routine) {
  if (stmt.is_procedure) return;
  if (has_table_mode(routine.parameters)) {
    routine.returns = implied_result(routine.parameters);
    routine.returns_set = true;
    return;
  }
  if (!stmt.return_type) {
    routine.returns = implied_result(routine.parameters);
    return;
  }
  routine.returns = type_text(step, *stmt.return_type, false);
  routine.returns_set = stmt.return_type->setof;
}

// Names of settings know no case.
bool same_setting(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](unsigned char one, unsigned char other) { return std::tolower(one) == std::tolower(other); });
}

// A setting that is there already keeps its place (GUCArrayAdd in guc.c).
void set_setting(Routine& routine, const PgQuery__VariableSetStmt& set) {
  std::vector<Setting>& settings = routine.settings;
  const auto known = std::find_if(settings.begin(), settings.end(),
                                  [&](const Setting& setting) { return same_setting(setting.name, set.name); });
  const bool there = known != settings.end();
  if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET_ALL)
    settings.clear();
  else if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET ||
           set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_DEFAULT)
    settings.erase(known, there ? known + 1 : known);
  else if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE && there)
    known->value = setting_value(set);
  else if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE)
    settings.push_back({.name = set.name, .value = setting_value(set)});
}

// What is stated about cost and rows; nullopt = the effective default.
struct Estimates {
  std::optional<double> cost;
  std::optional<double> rows;
};

// An option that CREATE and ALTER FUNCTION share; false for one that only CREATE knows.
bool common_option(const Step& step, Routine& routine, const PgQuery__DefElem& option, Estimates& estimates) {
  const std::string_view name = option.defname;
  if (name == "volatility")
    routine.volatility = value_text(option);
  else if (name == "strict")
    routine.strict = value_true(option);
  else if (name == "security")
    routine.security_definer = value_true(option);
  else if (name == "leakproof")
    routine.leakproof = value_true(option);
  else if (name == "parallel")
    routine.parallel = value_text(option);
  else if (name == "cost")
    estimates.cost = std::strtod(value_text(option).c_str(), nullptr);
  else if (name == "rows")
    estimates.rows = std::strtod(value_text(option).c_str(), nullptr);
  else if (name == "set" && option.arg && option.arg->node_case == PG_QUERY__NODE__NODE_VARIABLE_SET_STMT) {
    if (option.arg->variable_set_stmt->kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_CURRENT)
      step.not_managed("SET … FROM CURRENT");
    else
      set_setting(routine, *option.arg->variable_set_stmt);
  } else if (name == "support") {
    const Nodes parts = items_of(option.arg);
    routine.support = routine_schema(step, parts) == "pg_catalog"
                          ? quote_identifier(last_string(parts))
                          : qualified(routine_schema(step, parts), last_string(parts));
  } else {
    return false;
  }
  return true;
}

void create_option(const Step& step, Routine& routine, const PgQuery__DefElem& option) {
  const std::string_view name = option.defname;
  if (name == "language") {
    routine.language = value_text(option);
    std::transform(routine.language.begin(), routine.language.end(), routine.language.begin(),
                   [](unsigned char c) { return std::tolower(c); });
  } else if (name == "window") {
    routine.window = value_true(option);
  } else if (name == "as") {
    const std::vector<std::string> strings = strings_of(items_of(option.arg));
    if (strings.size() > 1) routine.library = strings[0];
    if (!strings.empty()) routine.body = strings.back();
  } else if (name == "transform") {
    for (const Node* type : items_of(option.arg))
      routine.transforms.push_back(type_text(step, *type->type_name, false));
  }
}

// The text of BEGIN ATOMIC … END, or RETURN …, as written: it stands at the statement's end or before its options,
// so it is put together from its statements.
Expression sql_body(const Step& step, const Node& body) {
  if (body.node_case == PG_QUERY__NODE__NODE_RETURN_STMT) {
    Expression expression = expression_of(step, body.return_stmt->returnval);
    expression.text = "RETURN " + expression.text;
    return expression;
  }
  Expression expression;
  expression.search_path = step.path();
  expression.text = "BEGIN ATOMIC\n";
  for (const Node* list : items_of(&body))
    for (const Node* statement : items_of(list)) {
      if (statement->node_case == PG_QUERY__NODE__NODE_RETURN_STMT)
        expression.text += " RETURN " + expression_of(step, statement->return_stmt->returnval).text + ";\n";
      else
        expression.text += " " + query_of(step, *statement).text + ";\n";
    }
  expression.text += "END";
  return expression;
}

void finish(Routine& routine, const Estimates& estimates) {
  if (routine.language.empty()) routine.language = "sql";
  const bool native = routine.language == "c" || routine.language == "internal";
  routine.cost = estimates.cost.value_or(native ? 1 : 100);
  routine.rows = estimates.rows.value_or(routine.returns_set ? 1000 : 0);
}

}  // namespace

std::vector<Parameter> parameters_of(const Step& step, Nodes list) {
  std::vector<Parameter> parameters;
  for (const Node* node : list) {
    const PgQuery__FunctionParameter& stated = *node->function_parameter;
    parameters.push_back({.mode = mode_of(stated),
                          .name = stated.name,
                          .type = type_text(step, *stated.arg_type, false),
                          .default_value = expression_of(step, stated.defexpr)});
  }
  return parameters;
}

Outcome create_routine(Step& step, const PgQuery__CreateFunctionStmt& stmt) {
  const Nodes parts = nodes(stmt.n_funcname, stmt.funcname);
  Routine routine;
  routine.parameters = parameters_of(step, nodes(stmt.n_parameters, stmt.parameters));
  set_returns(step, stmt, routine);
  Estimates estimates;
  for (const Node* node : nodes(stmt.n_options, stmt.options))
    if (!common_option(step, routine, *node->def_elem, estimates)) create_option(step, routine, *node->def_elem);
  if (stmt.sql_body) {
    routine.sql_body = sql_body(step, *stmt.sql_body);
    routine.body.clear();
  }
  finish(routine, estimates);
  const std::string name = cut_identifier(last_string(parts));
  // LANGUAGE c with the object file alone: the link symbol is the function's name.
  if (routine.language == "c" && routine.library.empty()) {
    routine.library = std::move(routine.body);
    routine.body = name;
  }
  const std::string_view stated = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  const ObjectId id{.kind = stmt.is_procedure ? Kind::procedure : Kind::function,
                    .schema = creation_schema(step, stated),
                    .parent = {},
                    .name = name,
                    .signature = signature(routine.parameters)};
  if (Object* there = stmt.replace ? step.fold.catalog.find(id) : nullptr) {
    there->payload = std::move(routine);  // owner, comment and privileges stay
    there->origin = step.location(-1);
    return {};
  }
  if (Object* object = step.define(id, std::move(routine))) apply_default_acl(step, *object);
  return {};
}

Outcome alter_routine(Step& step, const PgQuery__AlterFunctionStmt& stmt) {
  const bool procedure = stmt.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE;
  const bool either = stmt.objtype == PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE;
  std::vector<Kind> kinds;
  if (!procedure || either) kinds.push_back(Kind::function);
  if (procedure || either) kinds.push_back(Kind::procedure);
  const ObjectId* id = find_routine(step, *stmt.func, kinds);
  if (!id) return missing("routine", nodes(stmt.func->n_objname, stmt.func->objname));
  auto& routine = std::get<Routine>(step.fold.catalog.find(*id)->payload);
  Estimates estimates;
  for (const Node* node : nodes(stmt.n_actions, stmt.actions)) common_option(step, routine, *node->def_elem, estimates);
  if (estimates.cost) routine.cost = *estimates.cost;
  if (estimates.rows) routine.rows = *estimates.rows;
  return {};
}

}  // namespace trueup::parse
