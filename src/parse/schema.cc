#include "parse/schema.h"

#include "parse/acl.h"
#include "parse/dispatch.h"

namespace trueup::parse {

ObjectId schema_id(std::string_view name) {
  return {.kind = Kind::schema, .schema = {}, .parent = {}, .name = std::string(name), .signature = {}};
}

// The elements of CREATE SCHEMA see the new schema first.
static Outcome create_elements(Step& step, const std::string& name, Nodes elements) {
  SearchPath& inner = step.statement.source->paths.emplace_back(SearchPath{name});
  inner.insert(inner.end(), step.path().begin(), step.path().end());
  std::size_t& next = step.fold.progress[step.statement.node];
  for (; next < elements.size(); ++next) {
    Statement statement = step.statement;
    statement.node = elements[next];
    statement.path = &inner;
    Step element{.fold = step.fold, .statement = statement};
    if (Outcome outcome = dispatch(element); !outcome.done()) return outcome;
  }
  return {};
}

Outcome create_schema(Step& step, const PgQuery__CreateSchemaStmt& stmt) {
  std::string name = cut_identifier(stmt.schemaname);
  std::optional<std::string> owner;
  if (stmt.authrole) owner = role_of(*stmt.authrole);
  if (name.empty()) name = owner.value_or("");
  if (name.empty()) {
    step.not_managed("CREATE SCHEMA AUTHORIZATION for the current user");
    return {};
  }
  const ObjectId id = schema_id(name);
  const bool started = step.fold.progress.contains(step.statement.node);
  Object* there = step.fold.catalog.find(id);
  // public is there from the beginning; stating it says nothing new.
  if (there && (stmt.if_not_exists || (name == "public" && there->origin.line == 0))) {
    if (!stmt.if_not_exists) there->origin = step.location(-1);
    if (owner && !stmt.if_not_exists) there->owner = owner;
    return create_elements(step, name, nodes(stmt.n_schema_elts, stmt.schema_elts));
  }
  if (!started) {
    Object* object = step.define(id, Schema{});
    if (!object) return {};
    object->owner = owner;
    apply_default_acl(step, *object);
  }
  return create_elements(step, name, nodes(stmt.n_schema_elts, stmt.schema_elts));
}

}  // namespace trueup::parse
