#include "parse/base_type.h"

#include <algorithm>
#include <cstdlib>

#include "base/quote.h"
#include "parse/acl.h"
#include "parse/define.h"
#include "parse/reference.h"
#include "parse/type.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

using Slot = std::optional<ObjectId> BaseType::*;

/// A function that CREATE TYPE names, and the parameters it may have (findTypeInputFunction and its neighbours).
struct FunctionOption {
  std::string_view name;
  Slot slot;
  std::vector<std::string> signatures;  ///< "$" stands for the type itself
};

const std::vector<FunctionOption>& function_options() {
  static const std::vector<FunctionOption> options = {
      {"input", &BaseType::input, {"cstring", "cstring,oid,integer"}},
      {"output", &BaseType::output, {"$"}},
      {"receive", &BaseType::receive, {"internal", "internal,oid,integer"}},
      {"send", &BaseType::send, {"$"}},
      {"typmod_in", &BaseType::typmod_in, {"cstring[]"}},
      {"typmod_out", &BaseType::typmod_out, {"integer"}},
      {"analyze", &BaseType::analyze, {"internal"}},
      {"analyse", &BaseType::analyze, {"internal"}},
      {"subscript", &BaseType::subscript, {"internal"}},
  };
  return options;
}

bool is_none(const PgQuery__DefElem& option) {
  return !option.arg || (option.arg->node_case == PG_QUERY__NODE__NODE_STRING && string_of(option.arg) == "none");
}

Outcome set_function(const Step& step, const ObjectId& id, BaseType& type, const FunctionOption& known,
                     const PgQuery__DefElem& option) {
  type.*known.slot = std::nullopt;
  if (is_none(option)) return {};
  std::vector<std::string> signatures = known.signatures;
  for (std::string& signature : signatures)
    if (signature == "$") signature = qualified(id.schema, id.name);
  const Nodes parts = value_parts(option.arg);
  Reference found = routine_reference(step, parts, signatures);
  // PostgreSQL's own take the type by another name: textout(text) serves any type like text.
  if (!found.outcome.done() || !found.id) return found.outcome;
  type.*known.slot = nameable(std::move(*found.id));
  return {};
}

std::string alignment_of(const std::string& word) {
  if (word == "double" || word == "float8" || word == "pg_catalog.float8") return "double";
  if (word == "char" || word == "pg_catalog.bpchar") return "char";
  if (word == "int2" || word == "pg_catalog.int2") return "int2";
  return "int4";
}

// LIKE = type takes these from another type; of PostgreSQL's own it needs to be known.
void like(const Step& step, BaseType& type, const PgQuery__DefElem& option) {
  if (!option.arg || option.arg->node_case != PG_QUERY__NODE__NODE_TYPE_NAME) return;
  const std::string other = type_text(step, *option.arg->type_name, false);
  struct Row {
    std::string_view name;
    int length;
    bool by_value;
    std::string_view alignment;
    std::string_view storage;
  };
  static constexpr Row rows[] = {{"boolean", 1, true, "char", "plain"},
                                 {"smallint", 2, true, "int2", "plain"},
                                 {"integer", 4, true, "int4", "plain"},
                                 {"oid", 4, true, "int4", "plain"},
                                 {"real", 4, true, "int4", "plain"},
                                 {"date", 4, true, "int4", "plain"},
                                 {"bigint", 8, true, "double", "plain"},
                                 {"double precision", 8, true, "double", "plain"},
                                 {"timestamp without time zone", 8, true, "double", "plain"},
                                 {"timestamp with time zone", 8, true, "double", "plain"},
                                 {"uuid", 16, false, "char", "plain"},
                                 {"numeric", -1, false, "int4", "main"},
                                 {"text", -1, false, "int4", "extended"},
                                 {"bytea", -1, false, "int4", "extended"},
                                 {"jsonb", -1, false, "int4", "extended"},
                                 {"character varying", -1, false, "int4", "extended"}};
  for (const Row& row : rows)
    if (row.name == other) {
      type.length = row.length;
      type.by_value = row.by_value;
      type.alignment = row.alignment;
      type.storage = row.storage;
      return;
    }
  for (const auto& [id, object] : step.fold.catalog.objects) {
    const auto* same = std::get_if<BaseType>(&object.payload);
    if (!same || sql_name(id) != other) continue;
    type.length = same->length;
    type.by_value = same->by_value;
    type.alignment = same->alignment;
    type.storage = same->storage;
    return;
  }
  step.not_managed("LIKE = " + other + " in CREATE TYPE");
}

void set_property(const Step& step, BaseType& type, const PgQuery__DefElem& option) {
  const std::string name = lower(option.defname);
  const std::string value = value_text(option);
  if (name == "internallength")
    type.length = lower(value) == "variable" ? -1 : std::atoi(value.c_str());
  else if (name == "passedbyvalue")
    type.by_value = value_true(option);
  else if (name == "alignment")
    type.alignment = alignment_of(lower(value));
  else if (name == "storage")
    type.storage = lower(value);
  else if (name == "category")
    type.category = value.substr(0, 1);
  else if (name == "preferred")
    type.preferred = value_true(option);
  else if (name == "default")
    type.default_text = value;
  else if (name == "element" && option.arg && option.arg->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
    type.element = type_text(step, *option.arg->type_name, false);
  else if (name == "delimiter")
    type.delimiter = value.substr(0, 1);
  else if (name == "collatable")
    type.collatable = value_true(option);
}

Outcome set_option(const Step& step, const ObjectId& id, BaseType& type, const PgQuery__DefElem& option) {
  const std::string name = lower(option.defname);
  for (const FunctionOption& known : function_options())
    if (known.name == name) return set_function(step, id, type, known, option);
  if (name != "like") set_property(step, type, option);
  return {};
}

}  // namespace

Outcome create_base_type(Step& step, const PgQuery__DefineStmt& stmt) {
  const ObjectId id = created_object(step, Kind::base_type, nodes(stmt.n_defnames, stmt.defnames));
  Object* there = step.fold.catalog.find(id);
  BaseType* shell = there ? std::get_if<BaseType>(&there->payload) : nullptr;
  if (stmt.n_definition == 0) {
    if (Object* object = step.define(id, BaseType{.shell = true})) apply_default_acl(step, *object);
    return {};
  }
  BaseType type;
  const Nodes definition = nodes(stmt.n_definition, stmt.definition);
  for (const Node* node : definition)
    if (lower(node->def_elem->defname) == "like") like(step, type, *node->def_elem);
  for (const Node* node : definition)
    if (Outcome outcome = set_option(step, id, type, *node->def_elem); !outcome.done()) return outcome;
  // DefineType: an element in a value of fixed length is reached by its place.
  if (!type.element.empty() && !type.subscript && type.length > 0 && !type.by_value)
    type.subscript = ObjectId{.kind = Kind::function,
                              .schema = "pg_catalog",
                              .parent = {},
                              .name = "raw_array_subscript_handler",
                              .signature = {}};
  if (shell && shell->shell) {
    *shell = std::move(type);
    there->origin = step.location(-1);
  } else if (Object* object = step.define(id, std::move(type))) {
    apply_default_acl(step, *object);
  }
  return {};
}

Outcome alter_base_type(Step& step, const PgQuery__AlterTypeStmt& stmt) {
  const Nodes parts = nodes(stmt.n_type_name, stmt.type_name);
  const ObjectId* id = find_type(step, parts);
  if (!id || id->kind != Kind::base_type) return missing("type", parts);
  auto& type = std::get<BaseType>(step.fold.catalog.find(*id)->payload);
  for (const Node* node : nodes(stmt.n_options, stmt.options))
    if (Outcome outcome = set_option(step, *id, type, *node->def_elem); !outcome.done()) return outcome;
  return {};
}

}  // namespace trueup::parse
