#include "parse/rename.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "parse/not_null.h"
#include "parse/schema.h"
#include "parse/target.h"

namespace trueup::parse {

namespace {

Outcome absent(const PgQuery__RenameStmt& stmt, Outcome outcome) { return stmt.missing_ok ? Outcome{} : outcome; }

Outcome rename_attribute(Step& step, const ObjectId& id, const PgQuery__RenameStmt& stmt) {
  Object& object = *step.fold.catalog.find(id);
  const std::string to = cut_identifier(stmt.newname);
  if (auto* type = std::get_if<CompositeType>(&object.payload)) {
    for (Attribute& attribute : type->attributes)
      if (attribute.name == stmt.subname) attribute.name = to;
    return {};
  }
  if (!is_table(id.kind)) {
    step.not_managed("renaming a column of a view", stmt.relation->location);
    return {};
  }
  if (!step.fold.column(id, stmt.subname))
    return absent(stmt, {.missing = fmt::format("column {} of {}", quote_identifier(stmt.subname), to_string(id)),
                         .offset = stmt.relation->location});
  rename_column(step, id, stmt.subname, to);
  return {};
}

Outcome rename_part(Step& step, const ObjectId& relation, Kind kind, const PgQuery__RenameStmt& stmt) {
  ObjectId id{.kind = kind, .schema = relation.schema, .parent = relation.name, .name = stmt.subname, .signature = {}};
  if (is_constraint(kind)) {
    const Object* constraint = step.fold.constraint(relation, stmt.subname);
    if (constraint) id = constraint->id;
  }
  if (!step.fold.catalog.find(id)) return absent(stmt, {.missing = to_string(id), .offset = -1});
  ObjectId to = id;
  to.name = cut_identifier(stmt.newname);
  step.fold.rekey(id, to);
  // Checks and row triggers are renamed on the children, too.
  for (const ObjectId& heir : step.fold.heirs_of(relation)) {
    ObjectId child = id;
    child.schema = heir.schema;
    child.parent = heir.name;
    const Object* copy = step.fold.catalog.find(child);
    if (copy && copy->inherited_from == to && (kind == Kind::trigger || id.kind == Kind::check))
      rename_part(step, heir, kind, stmt);
  }
  return {};
}

bool rename_domain_not_null(Step& step, const ObjectId& id, const PgQuery__RenameStmt& stmt) {
  auto* domain = std::get_if<Domain>(&step.fold.catalog.find(id)->payload);
  if (!domain || !domain->not_null || domain->not_null_name != stmt.subname) return false;
  domain->not_null_name = cut_identifier(stmt.newname);
  return true;
}

Outcome rename_relation(Step& step, const ObjectId& id, const PgQuery__RenameStmt& stmt) {
  if (id.kind == Kind::column) {  // an identity's sequence
    step.fold.remove_identity_sequence(id);
    step.fold.add_identity_sequence(cut_identifier(stmt.newname), id);
    std::get<Column>(step.fold.catalog.find(id)->payload).identity->sequence = cut_identifier(stmt.newname);
    return {};
  }
  ObjectId to = id;
  to.name = cut_identifier(stmt.newname);
  if (step.fold.in_pg_class(to.schema, to.name)) {
    step.error("defined-twice", fmt::format("{} is there already", to_string(to)), stmt.relation->location);
    return {};
  }
  rename_to(step, id, to);
  return {};
}

Outcome rename_schema(Step& step, const PgQuery__RenameStmt& stmt) {
  const ObjectId id = schema_id(stmt.subname);
  if (!step.fold.catalog.find(id)) return {.missing = to_string(id), .offset = -1};
  std::vector<ObjectId> inside;
  for (const auto& [inner, object] : step.fold.catalog.objects)
    if (inner.schema == stmt.subname && !has_parent(inner.kind)) inside.push_back(inner);
  for (const ObjectId& inner : inside) {
    ObjectId to = inner;
    to.schema = stmt.newname;
    rename_to(step, inner, to);
  }
  step.fold.rekey(id, schema_id(stmt.newname));
  return {};
}

// What names a publication, server or wrapper by its name alone.
void rename_users(Fold& fold, const ObjectId& from, const std::string& to) {
  std::vector<std::pair<ObjectId, ObjectId>> members;
  for (auto& [id, object] : fold.catalog.objects) {
    ObjectId now = id;
    const bool published = id.kind == Kind::publication_table || id.kind == Kind::publication_schema;
    if (from.kind == Kind::publication && published && id.name == from.name) now.name = to;
    if (from.kind == Kind::server && id.kind == Kind::user_mapping && id.parent == from.name) now.parent = to;
    if (now != id) members.emplace_back(id, now);
    if (auto* table = std::get_if<ForeignTable>(&object.payload))
      if (from.kind == Kind::server && table->server == from.name) table->server = to;
    if (auto* server = std::get_if<Server>(&object.payload))
      if (from.kind == Kind::foreign_data_wrapper && server->wrapper == from.name) server->wrapper = to;
  }
  for (const auto& [old, now] : members) fold.rekey(old, now);
}

}  // namespace

Outcome rename_object(Step& step, const PgQuery__RenameStmt& stmt) {
  const auto type = static_cast<int>(stmt.rename_type);
  if (type == PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA) return rename_schema(step, stmt);
  if (type == PG_QUERY__OBJECT_TYPE__OBJECT_ROLE) {
    step.not_managed("renaming a role");
    return {};
  }
  const Target target = stmt.relation ? find_target(step, *stmt.relation)
                        : type == PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT
                            ? find_target(step, PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN, stmt.object)
                            : find_target(step, stmt.rename_type, stmt.object);
  if (!target.managed) step.not_managed(fmt::format("renaming this {}", word_of(stmt.rename_type)));
  if (!target.id) return absent(stmt, target.outcome);
  const ObjectId id = *target.id;
  switch (type) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN:
    case PG_QUERY__OBJECT_TYPE__OBJECT_ATTRIBUTE:
      return rename_attribute(step, id, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABCONSTRAINT:
      if (!column_of_not_null(step, id, stmt.subname)) return rename_part(step, id, Kind::check, stmt);
      rename_not_null(step, id, stmt.subname, cut_identifier(stmt.newname));
      return {};
    case PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT:
      if (rename_domain_not_null(step, id, stmt)) return {};
      return rename_part(step, id, Kind::domain_check, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TRIGGER:
      return rename_part(step, id, Kind::trigger, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_POLICY:
      return rename_part(step, id, Kind::policy, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_RULE:
      return rename_part(step, id, Kind::rule, stmt);
    default:
      break;
  }
  if (stmt.relation) return rename_relation(step, id, stmt);
  ObjectId to = id;
  to.name = cut_identifier(stmt.newname);
  rename_to(step, id, to);
  rename_users(step.fold, id, to.name);
  return {};
}

Outcome set_schema(Step& step, const PgQuery__AlterObjectSchemaStmt& stmt) {
  if (stmt.object_type == PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION) {
    const Target target = find_target(step, stmt.object_type, stmt.object);
    if (!target.id) return target.outcome;
    std::get<Extension>(step.fold.catalog.find(*target.id)->payload).schema = stmt.newschema;
    return {};
  }
  const Target target =
      stmt.relation ? find_target(step, *stmt.relation) : find_target(step, stmt.object_type, stmt.object);
  if (!target.managed) step.not_managed(fmt::format("the schema of this {}", word_of(stmt.object_type)));
  if (!target.id) return stmt.missing_ok ? Outcome{} : target.outcome;
  const ObjectId id = *target.id;
  // A table takes its indexes and its columns' sequences along.
  std::vector<ObjectId> along = step.fold.indexes_on(id);
  for (const auto& [other, object] : step.fold.catalog.objects) {
    const auto* sequence = std::get_if<Sequence>(&object.payload);
    if (sequence && sequence->owned_by && sequence->owned_by->schema == id.schema &&
        sequence->owned_by->parent == id.name)
      along.push_back(other);
  }
  along.push_back(id);
  for (const ObjectId& moved : along) {
    ObjectId to = moved;
    to.schema = stmt.newschema;
    rename_to(step, moved, to);
  }
  return {};
}

}  // namespace trueup::parse
