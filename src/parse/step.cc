#include "parse/step.h"

#include <fmt/format.h>

#include <cassert>

#include "base/quote.h"
#include "parse/builtin_functions.h"
#include "parse/type_name.h"

namespace trueup::parse {

Location Step::location(int node_location) const {
  const int offset = node_location > 0 ? statement.base + node_location : statement.offset;
  return statement.source->location(offset);
}

void Step::error(std::string_view code, std::string message, int node_location, std::string hint) const {
  const int offset = node_location > 0 ? statement.base + node_location : statement.offset;
  fold.catalog.diagnostics.push_back({.severity = Severity::error,
                                      .code = std::string(code),
                                      .message = std::move(message),
                                      .where = statement.source->location(offset),
                                      .hint = std::move(hint),
                                      .excerpt = statement.source->excerpt(offset)});
}

void Step::warning(std::string_view code, std::string message, int node_location, std::string hint) const {
  fold.catalog.diagnostics.push_back({.severity = fold.options.strict ? Severity::error : Severity::warning,
                                      .code = std::string(code),
                                      .message = std::move(message),
                                      .where = location(node_location),
                                      .hint = std::move(hint),
                                      .excerpt = {}});
}

void Step::not_managed(std::string_view what, int node_location) const {
  warning("not-managed", fmt::format("{} is not managed yet and left alone", what), node_location);
}

void Step::not_schema(std::string_view what) const {
  warning("not-schema", fmt::format("{} is not schema and left out", what), -1);
}

void Step::runs_code(std::string_view what) const {
  warning("code-not-run", fmt::format("{} is code: what it brings about is left out, as no server has run it", what),
          -1, "let trueup start its embedded server: without --no-scratch and --no-code");
  fold.catalog.code.push_back(location(-1));
}

void Step::not_read(const Diagnostic& why) const {
  fold.catalog.diagnostics.push_back(why);
  fold.catalog.code.push_back(location(-1));
}

Object* Step::define(ObjectId id, Payload payload, int node_location) const {
  const Object* first = fold.catalog.find(id);
  // Tables, views, sequences, indexes and composite types share one namespace.
  const ObjectId* relation = first || !lives_in_pg_class(id.kind) ? nullptr : fold.in_pg_class(id.schema, id.name);
  if (relation) first = fold.catalog.find(*relation);
  if (first) {
    error("defined-twice",
          relation ? fmt::format("{} has the name of {}, defined at {}", to_string(id), to_string(first->id),
                                 to_string(first->origin))
                   : fmt::format("{} is defined twice: first at {}", to_string(id), to_string(first->origin)),
          node_location);
    return nullptr;
  }
  Object object{.id = std::move(id),
                .payload = std::move(payload),
                .owner = {},
                .comment = {},
                .acl = {},
                .inherited_from = {},
                .references = {},
                .origin = location(node_location)};
  return &fold.define(std::move(object));
}

std::string cut_identifier(std::string_view name) {
  constexpr std::size_t limit = 63;
  if (name.size() <= limit) return std::string(name);
  std::size_t end = limit;
  while (end > 0 && (name[end] & 0xC0) == 0x80) --end;
  return std::string(name.substr(0, end));
}

std::string creation_schema(const Step& step, std::string_view stated) {
  return stated.empty() ? step.fold.names.creation_schema(step.path()) : std::string(stated);
}

ObjectId created_relation(const Step& step, Kind kind, const PgQuery__RangeVar& name) {
  return {.kind = kind,
          .schema = creation_schema(step, name.schemaname),
          .parent = {},
          .name = cut_identifier(name.relname),
          .signature = {}};
}

const ObjectId* find_relation(const Step& step, std::string_view schema, std::string_view name) {
  const std::string cut = cut_identifier(name);
  if (!schema.empty()) return step.fold.in_pg_class(schema, cut);
  for (const std::string& candidate : step.path())
    if (const ObjectId* id = step.fold.in_pg_class(candidate, cut)) return id;
  return nullptr;
}

const ObjectId* find_relation(const Step& step, const PgQuery__RangeVar& name) {
  return find_relation(step, name.schemaname, name.relname);
}

const ObjectId* find_relation(const Step& step, Nodes parts) {
  if (parts.empty()) return nullptr;
  const std::string_view schema = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  return find_relation(step, schema, string_of(parts.back()));
}

static bool is_left_out(const Step& step, std::string_view schema, std::string_view name) {
  const NameSet& names = step.fold.names.left_out;
  return schema.empty() ? names.find(name, step.path()).has_value() : names.contains(schema, name);
}

Outcome missing_relation(const Step& step, const PgQuery__RangeVar& name) {
  return {.missing = "relation " + qualified(name.schemaname, name.relname),
          .offset = name.location,
          .left_out = is_left_out(step, name.schemaname, name.relname)};
}

Outcome missing_relation(const Step& step, Nodes parts) {
  Outcome outcome = missing("relation", parts);
  const std::string_view schema = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  outcome.left_out = is_left_out(step, schema, last_string(parts));
  return outcome;
}

std::string dotted(Nodes parts) {
  std::string text;
  for (const Node* part : parts) {
    if (!text.empty()) text += '.';
    text += quote_identifier(string_of(part));
  }
  return text;
}

Outcome missing(std::string_view kind, Nodes parts, int node_location) {
  return {.missing = fmt::format("{} {}", kind, dotted(parts)), .offset = node_location};
}

std::string declared_relation_schema(const Step& step, const PgQuery__RangeVar& name) {
  if (*name.schemaname != '\0') return name.schemaname;
  if (const ObjectId* id = find_relation(step, name)) return id->schema;
  if (std::optional<std::string> schema = step.fold.names.relations.find(name.relname, step.path())) return *schema;
  return creation_schema(step, {});
}

std::string routine_schema(const Step& step, Nodes parts) {
  if (parts.size() > 1) return std::string(string_of(parts[parts.size() - 2]));
  const std::string name = cut_identifier(last_string(parts));
  if (std::optional<std::string> schema = step.fold.names.routines.find(name, step.path())) return *schema;
  if (is_builtin_function(name)) return "pg_catalog";
  return step.fold.names.extension_schema(name, step.path()).value_or("pg_catalog");
}

ObjectId created_object(const Step& step, Kind kind, Nodes parts) {
  const std::string_view schema = parts.size() > 1 ? string_of(parts[parts.size() - 2]) : std::string_view{};
  return {.kind = kind,
          .schema = creation_schema(step, schema),
          .parent = {},
          .name = cut_identifier(last_string(parts)),
          .signature = {}};
}

const ObjectId* find_object(const Step& step, Kind kind, Nodes parts) {
  if (parts.empty()) return nullptr;
  const auto in_schema = [&](std::string_view schema) -> const ObjectId* {
    const Object* object = step.fold.catalog.find({.kind = kind,
                                                   .schema = std::string(schema),
                                                   .parent = {},
                                                   .name = cut_identifier(last_string(parts)),
                                                   .signature = {}});
    return object ? &object->id : nullptr;
  };
  if (parts.size() > 1) return in_schema(string_of(parts[parts.size() - 2]));
  for (const std::string& schema : step.path())
    if (const ObjectId* id = in_schema(schema)) return id;
  return nullptr;
}

const ObjectId* find_type(const Step& step, Nodes parts) {
  if (parts.empty()) return nullptr;
  const std::string name = cut_identifier(last_string(parts));
  const auto in_schema = [&](const std::string& schema) -> const ObjectId* {
    for (const Kind kind : {Kind::enum_type, Kind::domain, Kind::composite_type, Kind::range_type, Kind::base_type}) {
      const ObjectId id{.kind = kind, .schema = schema, .parent = {}, .name = name, .signature = {}};
      if (const Object* object = step.fold.catalog.find(id)) return &object->id;
    }
    return nullptr;
  };
  if (parts.size() > 1) return in_schema(std::string(string_of(parts[parts.size() - 2])));
  for (const std::string& schema : step.path())
    if (const ObjectId* id = in_schema(schema)) return id;
  return nullptr;
}

const ObjectId* find_routine(const Step& step, const PgQuery__ObjectWithArgs& name, const std::vector<Kind>& kinds) {
  const Nodes parts = nodes(name.n_objname, name.objname);
  const std::string local = cut_identifier(last_string(parts));
  const std::string signature = name.args_unspecified ? std::string() : signature_of(step, name);
  const auto in_schema = [&](const std::string& schema) -> const ObjectId* {
    for (const Kind kind : kinds) {
      const ObjectId id{.kind = kind, .schema = schema, .parent = {}, .name = local, .signature = signature};
      if (!name.args_unspecified) {
        if (const Object* object = step.fold.catalog.find(id)) return &object->id;
        continue;
      }
      const auto it = step.fold.catalog.objects.lower_bound(id);
      if (it == step.fold.catalog.objects.end()) continue;
      if (it->first.kind == kind && it->first.schema == schema && it->first.name == local) return &it->first;
    }
    return nullptr;
  };
  if (parts.size() > 1) return in_schema(std::string(string_of(parts[parts.size() - 2])));
  for (const std::string& schema : step.path())
    if (const ObjectId* id = in_schema(schema)) return id;
  return nullptr;
}

std::optional<std::string> role_of(const PgQuery__RoleSpec& role) {
  if (role.roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CSTRING) return cut_identifier(role.rolename);
  if (role.roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_PUBLIC) return std::string();
  return std::nullopt;
}

}  // namespace trueup::parse
