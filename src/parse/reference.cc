#include "parse/reference.h"

#include <algorithm>

#include "parse/type_name.h"

namespace trueup::parse {

namespace {

std::string_view stated_schema(Nodes parts) {
  return parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
}

// The first of the candidates that is folded, along the path where no schema is stated.
const Object* find_folded(const Step& step, Kind kind, Nodes parts, const std::vector<std::string>& signatures) {
  const std::string name =
      kind == Kind::sql_operator ? std::string(last_string(parts)) : cut_identifier(last_string(parts));
  const auto in_schema = [&](const std::string& schema) -> const Object* {
    for (const std::string& signature : signatures) {
      const ObjectId id{.kind = kind, .schema = schema, .parent = {}, .name = name, .signature = signature};
      if (const Object* object = step.fold.catalog.find(id)) return object;
    }
    return nullptr;
  };
  if (parts.size() > 1) return in_schema(std::string(stated_schema(parts)));
  for (const std::string& schema : step.path())
    if (const Object* object = in_schema(schema)) return object;
  return nullptr;
}

bool is_declared(const Step& step, const NameSet& names, Nodes parts) {
  const std::string name = cut_identifier(last_string(parts));
  return parts.size() > 1 ? names.contains(stated_schema(parts), name) : names.find(name, step.path()).has_value();
}

// True where a type of these is none of PostgreSQL's own.
bool names_own_type(const std::string& signature) { return signature.find('.') != std::string::npos; }

}  // namespace

Reference routine_reference(const Step& step, Nodes parts, const std::vector<std::string>& signatures) {
  if (parts.empty() || signatures.empty()) return {};
  if (const Object* found = find_folded(step, Kind::function, parts, signatures))
    return {.id = found->id, .outcome = {}};
  const bool own_name = is_declared(step, step.fold.names.routines, parts);
  // A declared name with other parameters may stand beside PostgreSQL's own of that name.
  if (own_name && (parts.size() > 1 || names_own_type(signatures.front())))
    return {.id = {}, .outcome = missing("function", parts)};
  ObjectId id{.kind = Kind::function,
              .schema = own_name ? "pg_catalog" : routine_schema(step, parts),
              .parent = {},
              .name = cut_identifier(last_string(parts)),
              .signature = signatures.front()};
  return {.id = std::move(id), .outcome = {}};
}

Reference routine_reference(const Step& step, const PgQuery__ObjectWithArgs& name) {
  const Nodes parts = nodes(name.n_objname, name.objname);
  if (!name.args_unspecified) return routine_reference(step, parts, {signature_of(step, name)});
  if (const ObjectId* id = find_routine(step, name, {Kind::function})) return {.id = *id, .outcome = {}};
  return {.id = {}, .outcome = missing("function", parts)};
}

Reference operator_reference(const Step& step, Nodes parts, const std::string& signature) {
  if (parts.empty()) return {};
  if (const Object* found = find_folded(step, Kind::sql_operator, parts, {signature}))
    return {.id = found->id, .outcome = {}};
  const std::string name(last_string(parts));
  std::string schema(stated_schema(parts));
  const bool own_name = is_declared(step, step.fold.names.operators, parts);
  if (own_name && (!schema.empty() || names_own_type(signature)))
    return {.id = {}, .outcome = missing("operator", parts)};
  if (schema.empty() && names_own_type(signature))
    if (const auto home = step.fold.names.extension_schema(name, step.path())) schema = *home;
  if (schema.empty()) schema = "pg_catalog";
  return {
      .id = ObjectId{.kind = Kind::sql_operator, .schema = schema, .parent = {}, .name = name, .signature = signature},
      .outcome = {}};
}

ObjectId nameable(ObjectId routine) {
  if (routine.schema == "pg_catalog") routine.signature.clear();
  return routine;
}

std::string operands_of(const Step& step, Nodes types) {
  std::string signature;
  for (const Node* type : types) {
    if (type != types.front()) signature += ',';
    const bool none = type->node_case != PG_QUERY__NODE__NODE_TYPE_NAME;
    signature += none ? std::string("NONE") : type_text(step, *type->type_name, false);
  }
  return signature;
}

}  // namespace trueup::parse
