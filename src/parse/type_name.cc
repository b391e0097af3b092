#include "parse/type_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/quote.h"
#include "parse/builtin_types.h"
#include "parse/extension_type.h"
#include "parse/interval_fields.h"

namespace trueup::parse {

namespace {

// A type by its catalog name.
struct TypeIdentity {
  std::string schema;
  std::string name;
  bool array = false;
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 6> serials = {{{"serial", "integer"},
                                                                                   {"serial4", "integer"},
                                                                                   {"bigserial", "bigint"},
                                                                                   {"serial8", "bigint"},
                                                                                   {"smallserial", "smallint"},
                                                                                   {"serial2", "smallint"}}};

// Modifiers as written: numbers, words and strings, all as text.
std::vector<std::string> modifiers_of(const PgQuery__TypeName& type) {
  std::vector<std::string> modifiers;
  for (const Node* modifier : nodes(type.n_typmods, type.typmods)) {
    if (modifier->node_case == PG_QUERY__NODE__NODE_COLUMN_REF)
      modifiers.emplace_back(last_string(nodes(modifier->column_ref->n_fields, modifier->column_ref->fields)));
    else
      modifiers.push_back(value_text(modifier));
  }
  return modifiers;
}

TypeIdentity builtin(std::string_view name) { return {.schema = "pg_catalog", .name = std::string(name)}; }

TypeIdentity identify(const Step& step, const PgQuery__TypeName& type) {
  const Nodes parts = nodes(type.n_names, type.names);
  const std::string name = cut_identifier(last_string(parts));
  const Names& names = step.fold.names;
  if (parts.size() > 1) {
    const std::string schema(string_of(parts[parts.size() - 2]));
    if (schema == "pg_catalog" && name.starts_with('_') && is_builtin_type(name.substr(1)))
      return {.schema = schema, .name = name.substr(1), .array = true};
    return {.schema = schema, .name = name};
  }
  if (is_builtin_type(name)) return builtin(name);
  if (std::optional<std::string> schema = names.types.find(name, step.path())) return {.schema = *schema, .name = name};
  if (name.starts_with('_')) {
    const std::string element = name.substr(1);
    if (is_builtin_type(element)) return {.schema = "pg_catalog", .name = element, .array = true};
    if (std::optional<std::string> schema = names.types.find(element, step.path()))
      return {.schema = *schema, .name = element, .array = true};
  }
  if (std::optional<std::string> schema = names.extension_schema(name, step.path()))
    return {.schema = *schema, .name = name};
  if (name.starts_with("pg_")) return builtin(name);  // a system catalog's row type
  step.error("unknown-name", fmt::format("type {} is declared nowhere", quote_identifier(name)), type.location,
             "declare it, name its schema, or state the extension that brings it");
  return {.schema = step.fold.names.creation_schema(step.path()), .name = name};
}

std::string with_precision(std::string_view name, const std::vector<std::string>& modifiers, std::string_view suffix) {
  if (modifiers.empty()) return std::string(name) + std::string(suffix);
  const int precision = std::min(std::atoi(modifiers.front().c_str()), 6);
  return fmt::format("{}({}){}", name, precision, suffix);
}

std::string with_modifiers(std::string_view name, const std::vector<std::string>& modifiers) {
  if (modifiers.empty()) return std::string(name);
  return fmt::format("{}({})", name, fmt::join(modifiers, ","));
}

std::string numeric_text(const std::vector<std::string>& modifiers) {
  if (modifiers.size() == 1) return fmt::format("numeric({},0)", modifiers.front());
  return with_modifiers("numeric", modifiers);
}

// pg_catalog's types whose SQL names differ from their catalog names, after format_type_extended in format_type.c.
// `exact` says that the modifier is part of the question, "none" included.
std::string builtin_text(const std::string& name, const std::vector<std::string>& modifiers, bool exact) {
  if (name == "bool") return "boolean";
  if (name == "int2") return "smallint";
  if (name == "int4") return "integer";
  if (name == "int8") return "bigint";
  if (name == "float4") return "real";
  if (name == "float8") return "double precision";
  if (name == "numeric") return numeric_text(modifiers);
  if (name == "varchar") return with_modifiers("character varying", modifiers);
  if (name == "varbit") return with_modifiers("bit varying", modifiers);
  if (name == "bit") return modifiers.empty() && exact ? "\"bit\"" : with_modifiers("bit", modifiers);
  if (name == "bpchar") return modifiers.empty() && exact ? "bpchar" : with_modifiers("character", modifiers);
  if (name == "time") return with_precision("time", modifiers, " without time zone");
  if (name == "timetz") return with_precision("time", modifiers, " with time zone");
  if (name == "timestamp") return with_precision("timestamp", modifiers, " without time zone");
  if (name == "timestamptz") return with_precision("timestamp", modifiers, " with time zone");
  if (name == "json") return "json";  // a keyword only for newer servers, which spell it bare all the same
  if (name == "interval") return "interval" + interval_fields(modifiers);
  return with_modifiers(quote_identifier(name), modifiers);
}

// table.column%TYPE: the column's type, without its length.
std::string column_type(const Step& step, const PgQuery__TypeName& type) {
  const Nodes parts = nodes(type.n_names, type.names);
  if (parts.size() < 2) return {};
  const ObjectId* table = find_relation(step, parts.first(parts.size() - 1));
  const Column* column = table ? step.fold.column(*table, string_of(parts.back())) : nullptr;
  if (!column) {
    step.error("unknown-name", fmt::format("column {} is declared nowhere before", dotted(parts)), type.location);
    return "text";
  }
  return without_modifier(column->type);
}

}  // namespace

std::string without_modifier(std::string_view type) {
  const std::size_t open = type.find('(');
  if (open == std::string_view::npos || type.find('"') < open) return std::string(type);
  const std::size_t close = type.find(')', open);
  return std::string(type.substr(0, open)) + std::string(type.substr(close + 1));
}

std::string type_text(const Step& step, const PgQuery__TypeName& type, bool modifiers) {
  if (type.pct_type) return column_type(step, type);
  const TypeIdentity identity = identify(step, type);
  const std::vector<std::string> stated = modifiers ? modifiers_of(type) : std::vector<std::string>();
  std::string text = identity.schema == "pg_catalog" ? builtin_text(identity.name, stated, modifiers)
                                                     : with_modifiers(qualified(identity.schema, identity.name),
                                                                      extension_modifiers(identity.name, stated));
  if (identity.array || type.n_array_bounds > 0) text += "[]";
  return text;
}

std::string serial_type(const PgQuery__TypeName& type) {
  if (type.n_names != 1 || type.n_array_bounds > 0) return {};
  const std::string_view name = string_of(type.names[0]);
  for (const auto& [serial, integer] : serials)
    if (name == serial) return std::string(integer);
  return {};
}

std::string signature_of(const Step& step, const PgQuery__ObjectWithArgs& routine) {
  std::vector<std::string> types;
  // With modes stated (DROP FUNCTION f(IN a integer, OUT b integer)) the parameters say more than the types.
  if (routine.n_objfuncargs > 0) {
    for (const Node* node : nodes(routine.n_objfuncargs, routine.objfuncargs)) {
      const PgQuery__FunctionParameter& parameter = *node->function_parameter;
      if (parameter.mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_OUT ||
          parameter.mode == PG_QUERY__FUNCTION_PARAMETER_MODE__FUNC_PARAM_TABLE)
        continue;
      types.push_back(type_text(step, *parameter.arg_type, false));
    }
  } else {
    for (const Node* node : nodes(routine.n_objargs, routine.objargs))
      if (node->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) types.push_back(type_text(step, *node->type_name, false));
  }
  return fmt::format("{}", fmt::join(types, ","));
}

std::string collation_text(const Step& step, Nodes parts) {
  if (parts.empty()) return {};
  const std::string name(last_string(parts));
  std::string schema = "pg_catalog";
  if (parts.size() > 1)
    schema = string_of(parts[parts.size() - 2]);
  else if (std::optional<std::string> declared = step.fold.names.collations.find(name, step.path()))
    schema = *declared;
  return qualified(schema, name);
}

}  // namespace trueup::parse
