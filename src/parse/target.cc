#include "parse/target.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "parse/operator_family.h"
#include "parse/reference.h"
#include "parse/schema.h"
#include "parse/type_name.h"

namespace trueup::parse {

namespace {

Target found_or(const ObjectId* id, Outcome outcome) {
  if (id) return {.id = *id, .outcome = {}};
  return {.id = {}, .outcome = std::move(outcome)};
}

Nodes parts_of(const Node* node) {
  if (node->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) return nodes(node->type_name->n_names, node->type_name->names);
  return items_of(node);
}

Target find_type_target(const Step& step, const Node* node) {
  const Nodes parts = parts_of(node);
  const ObjectId* id = find_type(step, parts);
  if (!id && parts.size() <= 1 && !step.fold.names.types.find(last_string(parts), step.path()) &&
      !step.fold.names.extensions.empty())
    return {.id = {}, .outcome = {}, .managed = false};
  return found_or(id, missing("type", parts));
}

Target find_routine_target(const Step& step, PgQuery__ObjectType type, const PgQuery__ObjectWithArgs& name) {
  std::vector<Kind> kinds;
  const bool any = type == PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE;
  // GRANT and ALTER … ON FUNCTION take aggregates, too.
  if (any || type == PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION) kinds = {Kind::function, Kind::aggregate};
  if (any || type == PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE) kinds.push_back(Kind::procedure);
  if (type == PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE) kinds = {Kind::aggregate};
  const Nodes parts = nodes(name.n_objname, name.objname);
  if (const ObjectId* id = find_routine(step, name, kinds)) return {.id = *id, .outcome = {}};
  // A member of an extension, or a built-in: there, but not the files' business.
  const std::string local = cut_identifier(last_string(parts));
  const bool declared = parts.size() > 1 ? step.fold.names.routines.contains(string_of(parts[parts.size() - 2]), local)
                                         : step.fold.names.routines.find(local, step.path()).has_value();
  if (!declared && (!step.fold.names.extensions.empty() || string_of(parts[0]) == "pg_catalog"))
    return {.id = {}, .outcome = {}, .managed = false};
  return {.id = {}, .outcome = missing("routine", parts)};
}

// relation parts, then the name of a constraint, trigger or policy on it.
Target find_part(const Step& step, const Node* node, PgQuery__ObjectType type) {
  const Nodes parts = items_of(node);
  if (parts.size() < 2) return {};
  const Nodes relation = parts.first(parts.size() - 1);
  const ObjectId* owner = find_relation(step, relation);
  if (!owner) return {.id = {}, .outcome = missing_relation(step, relation)};
  const std::string name = cut_identifier(string_of(parts.back()));
  if (type == PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT) {
    const Object* constraint = step.fold.constraint(*owner, name);
    return found_or(constraint ? &constraint->id : nullptr, missing("constraint", parts));
  }
  const Kind kind = type == PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER ? Kind::trigger
                    : type == PG_QUERY__OBJECT_TYPE__OBJECT_RULE  ? Kind::rule
                                                                  : Kind::policy;
  const ObjectId id{.kind = kind, .schema = owner->schema, .parent = owner->name, .name = name, .signature = {}};
  return found_or(step.fold.catalog.find(id) ? &id : nullptr, missing(name_of(kind), parts));
}

Target find_domain_check(const Step& step, const Node* node) {
  const Nodes parts = items_of(node);
  if (parts.size() < 2) return {};
  const ObjectId* domain = find_type(step, parts_of(parts[0]));
  if (!domain) return {.id = {}, .outcome = missing("domain", parts_of(parts[0]))};
  const ObjectId id{.kind = Kind::domain_check,
                    .schema = domain->schema,
                    .parent = domain->name,
                    .name = cut_identifier(string_of(parts[1])),
                    .signature = {}};
  return found_or(step.fold.catalog.find(id) ? &id : nullptr, {.missing = to_string(id), .offset = -1});
}

Target find_in_schema(const Step& step, Kind kind, const Node* node) {
  const Nodes parts = items_of(node);
  return found_or(find_object(step, kind, parts), missing(name_of(kind), parts));
}

Target find_by_name(const Step& step, Kind kind, const Node* node) {
  const ObjectId id{
      .kind = kind, .schema = {}, .parent = {}, .name = cut_identifier(value_text(node)), .signature = {}};
  return found_or(step.fold.catalog.find(id) ? &id : nullptr, {.missing = to_string(id), .offset = -1});
}

Target find_operator(const Step& step, const PgQuery__ObjectWithArgs& name) {
  const Nodes parts = nodes(name.n_objname, name.objname);
  const Reference found = operator_reference(step, parts, operands_of(step, nodes(name.n_objargs, name.objargs)));
  const bool folded = found.id && step.fold.catalog.find(*found.id);
  return found_or(folded ? &*found.id : nullptr, missing("operator", parts));
}

// The access method, then the name in its parts.
Target find_operator_class(const Step& step, Kind kind, const Node* node) {
  const Nodes parts = items_of(node);
  if (parts.size() < 2) return {};
  return found_or(find_operator_class(step, kind, parts.subspan(1), string_of(parts[0])),
                  missing(name_of(kind), parts.subspan(1)));
}

// A pair: the two types of a cast, or a transform's type and language.
Target find_pair(const Step& step, Kind kind, const Node* node) {
  const Nodes parts = items_of(node);
  if (parts.size() != 2 || parts[0]->node_case != PG_QUERY__NODE__NODE_TYPE_NAME) return {};
  const ObjectId id{.kind = kind,
                    .schema = {},
                    .parent = {},
                    .name = type_text(step, *parts[0]->type_name, false),
                    .signature = parts[1]->node_case == PG_QUERY__NODE__NODE_TYPE_NAME
                                     ? type_text(step, *parts[1]->type_name, false)
                                     : cut_identifier(string_of(parts[1]))};
  return found_or(step.fold.catalog.find(id) ? &id : nullptr, {.missing = to_string(id), .offset = -1});
}

Target find_conversion(const Step& step, const Node* node) {
  const Nodes parts = items_of(node);
  ObjectId id{.kind = Kind::conversion,
              .schema = {},
              .parent = {},
              .name = cut_identifier(last_string(parts)),
              .signature = {}};
  if (parts.size() > 1) {
    id.schema = string_of(parts[parts.size() - 2]);
    return found_or(step.fold.catalog.find(id) ? &id : nullptr, missing("conversion", parts));
  }
  for (const std::string& schema : step.path()) {
    id.schema = schema;
    if (step.fold.catalog.find(id)) return {.id = id, .outcome = {}};
  }
  return {.id = {}, .outcome = missing("conversion", parts)};
}

// PostgreSQL's own are there, but nobody's to change; those of extensions are the extensions'.
Target find_language(const Step& step, const Node* node) {
  const std::string name = value_text(node);
  const ObjectId extension{.kind = Kind::extension, .schema = {}, .parent = {}, .name = name, .signature = {}};
  if (name == "plpgsql" || name == "sql" || name == "c" || name == "internal" || step.fold.catalog.find(extension))
    return {.id = {}, .outcome = {}, .managed = false};
  return find_by_name(step, Kind::language, node);
}

Target find_extension(const Step& step, const Node* node) {
  if (value_text(node) == "plpgsql") return {};
  return find_by_name(step, Kind::extension, node);
}

// An extension may have brought it: then it is there, but not the files' business.
Target find_of_extension(const Step& step, Kind kind, const Node* node) {
  Target target = find_by_name(step, kind, node);
  if (!target.id && !step.fold.names.extensions.empty()) return {.id = {}, .outcome = {}, .managed = false};
  return target;
}

}  // namespace

Target find_target(const Step& step, const PgQuery__RangeVar& relation) {
  return found_or(find_relation(step, relation), missing_relation(step, relation));
}

Target find_target(const Step& step, PgQuery__ObjectType type, const Node* node) {
  switch (static_cast<int>(type)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_VIEW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_MATVIEW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_INDEX:
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_TABLE:
      return found_or(find_relation(step, items_of(node)), missing_relation(step, items_of(node)));
    case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN:
      return find_type_target(step, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE:
      return find_routine_target(step, type, *node->object_with_args);
    case PG_QUERY__OBJECT_TYPE__OBJECT_OPERATOR:
      return find_operator(step, *node->object_with_args);
    case PG_QUERY__OBJECT_TYPE__OBJECT_OPCLASS:
      return find_operator_class(step, Kind::operator_class, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_OPFAMILY:
      return find_operator_class(step, Kind::operator_family, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_CAST:
      return find_pair(step, Kind::cast, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TRANSFORM:
      return find_pair(step, Kind::transform, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_CONVERSION:
      return find_conversion(step, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_LANGUAGE:
      return find_language(step, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA:
      return find_by_name(step, Kind::schema, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION:
      return find_extension(step, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_PUBLICATION:
      return find_by_name(step, Kind::publication, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_SUBSCRIPTION:
      return find_by_name(step, Kind::subscription, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_FDW:
      return find_of_extension(step, Kind::foreign_data_wrapper, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_SERVER:
      return find_of_extension(step, Kind::server, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_COLLATION:
      return find_in_schema(step, Kind::collation, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_STATISTIC_EXT:
      return find_in_schema(step, Kind::statistics, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSPARSER:
      return find_in_schema(step, Kind::text_search_parser, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSTEMPLATE:
      return find_in_schema(step, Kind::text_search_template, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSDICTIONARY:
      return find_in_schema(step, Kind::text_search_dictionary, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSCONFIGURATION:
      return find_in_schema(step, Kind::text_search_configuration, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_EVENT_TRIGGER:
      return find_by_name(step, Kind::event_trigger, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_ROLE:
      return find_by_name(step, Kind::role, node);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT:
    case PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER:
    case PG_QUERY__OBJECT_TYPE__OBJECT_POLICY:
    case PG_QUERY__OBJECT_TYPE__OBJECT_RULE:
      return find_part(step, node, type);
    case PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT:
      return find_domain_check(step, node);
    default:
      return {.id = {}, .outcome = {}, .managed = false};
  }
}

std::string word_of(PgQuery__ObjectType type) {
  // The struct's own name of the value: OBJECT_FOREIGN_TABLE → "foreign table".
  const ProtobufCEnumValue* value = protobuf_c_enum_descriptor_get_value(&pg_query__object_type__descriptor, type);
  std::string word = value ? value->name : "OBJECT";
  if (word.starts_with("OBJECT_")) word = word.substr(7);
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char c) { return c == '_' ? ' ' : static_cast<char>(std::tolower(c)); });
  return word;
}

}  // namespace trueup::parse
