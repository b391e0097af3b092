#include "parse/drop.h"

#include <fmt/format.h>

#include <algorithm>

#include "parse/target.h"

namespace trueup::parse {

namespace {

// Everything in a schema goes with it (CASCADE; without it, the schema has to be empty).
void erase_schema(Fold& fold, const ObjectId& schema) {
  std::vector<ObjectId> inside;
  for (const auto& [id, object] : fold.catalog.objects)
    if (id.schema == schema.name && !has_parent(id.kind)) inside.push_back(id);
  for (const ObjectId& id : inside)
    if (fold.catalog.find(id)) fold.erase(id);
  fold.erase(schema);
}

// Foreign keys that reference the table, and its partitions, go with it.
void erase_table(Fold& fold, const ObjectId& table) {
  std::vector<ObjectId> gone;
  for (const auto& [id, object] : fold.catalog.objects) {
    const auto* key = std::get_if<ForeignKey>(&object.payload);
    if (key && key->referenced == table && id.parent != table.name) gone.push_back(id);
  }
  for (const ObjectId& id : gone) fold.erase(id);
  for (const ObjectId& heir : fold.heirs_of(table)) erase_table(fold, heir);
  fold.erase(table);
}

void erase_index(Fold& fold, const ObjectId& index) {
  std::vector<ObjectId> copies;
  for (const auto& [id, object] : fold.catalog.objects)
    if (object.inherited_from == index) copies.push_back(id);
  for (const ObjectId& copy : copies) erase_index(fold, copy);
  fold.erase(index);
}

void erase_target(Fold& fold, const ObjectId& id) {
  if (id.kind == Kind::schema)
    erase_schema(fold, id);
  else if (is_table(id.kind))
    erase_table(fold, id);
  else if (id.kind == Kind::index || id.kind == Kind::trigger)
    erase_index(fold, id);
  else
    fold.erase(id);
}

}  // namespace

Outcome drop_objects(Step& step, const PgQuery__DropStmt& stmt) {
  std::vector<ObjectId> found;
  for (const Node* node : nodes(stmt.n_objects, stmt.objects)) {
    const Target target = find_target(step, stmt.remove_type, node);
    if (!target.managed && !stmt.missing_ok)
      step.not_managed(fmt::format("DROP of this {}", word_of(stmt.remove_type)));
    if (target.id)
      found.push_back(*target.id);
    else if (!target.outcome.done() && !stmt.missing_ok)
      return target.outcome;
  }
  for (const ObjectId& id : found)
    if (step.fold.catalog.find(id)) erase_target(step.fold, id);
  return {};
}

}  // namespace trueup::parse
