#include <algorithm>

#include "model/walk_fields.h"
#include "parse/fold.h"

namespace trueup::parse {

namespace {

// A relation names the index it is clustered on, and that of its replica identity.
void follow_index_name(Object& object, const ObjectId& from, const ObjectId& to) {
  if (object.id.schema != to.schema) return;
  if (auto* table = std::get_if<Table>(&object.payload)) {
    if (table->clustered_on == from.name) table->clustered_on = to.name;
    if (table->replica_identity == "index " + from.name) table->replica_identity = "index " + to.name;
  }
  if (auto* view = std::get_if<MaterializedView>(&object.payload))
    if (view->clustered_on == from.name) view->clustered_on = to.name;
}

}  // namespace

void Fold::rekey(const ObjectId& from, const ObjectId& to) {
  const bool relation = is_relation(from.kind) || from.kind == Kind::domain;
  const bool column = from.kind == Kind::column;
  // An id that is `from`, or a part of it, as it reads afterwards.
  const auto moved = [&](const ObjectId& id) -> std::optional<ObjectId> {
    if (id == from) return to;
    const bool part = relation && has_parent(id.kind) && id.schema == from.schema && id.parent == from.name &&
                      (id.kind == Kind::domain_check) == (from.kind == Kind::domain);
    if (!part) return std::nullopt;
    ObjectId renamed = id;
    renamed.schema = to.schema;
    renamed.parent = to.name;
    return renamed;
  };
  const auto follow = [&](ObjectId& id) {
    if (std::optional<ObjectId> renamed = moved(id)) id = std::move(*renamed);
  };
  const auto follow_id = [&](std::string_view, ObjectId& id) { follow(id); };
  std::vector<ObjectId> keys;
  for (const auto& [id, object] : catalog.objects)
    if (moved(id)) keys.push_back(id);
  for (const ObjectId& key : keys) {
    auto node = catalog.objects.extract(key);
    follow(node.key());
    node.mapped().id = node.key();
    catalog.objects.insert(std::move(node));
  }
  for (auto& [id, object] : catalog.objects) {
    each_field(object, FieldWalk<decltype(follow_id)>{follow_id});
    if (object.inherited_from) follow(*object.inherited_from);
  }
  if (from.name != to.name && from.kind != Kind::sequence && lives_in_pg_class(from.kind)) {
    for (auto& [id, object] : catalog.objects) follow_index_name(object, from, to);
  }
  for (PendingReference& pending : pending_references) follow(pending.foreign_key);
  if (subjects)
    for (StatementSubjects& statement : subjects->statements) {
      for (std::vector<ObjectId>& item : statement.items) std::for_each(item.begin(), item.end(), follow);
      std::for_each(statement.uses.begin(), statement.uses.end(), follow);
    }
  if (relation || column) {
    decltype(identity_sequences_) sequences;
    for (auto& [id, name] : identity_sequences_) sequences.emplace(moved(id).value_or(id), std::move(name));
    identity_sequences_ = std::move(sequences);
  }
  decltype(heirs_) heirs;
  for (auto& [parent, children] : heirs_) {
    for (ObjectId& child : children) follow(child);
    heirs.emplace(moved(parent).value_or(parent), std::move(children));
  }
  heirs_ = std::move(heirs);
  // The rest is made anew, with the order of indexes kept.
  const auto order = std::move(indexes_);
  pg_class_.clear();
  constraint_names_.clear();
  indexes_.clear();
  for (const auto& [id, object] : catalog.objects) index(object);
  for (const auto& [id, name] : identity_sequences_) pg_class_.insert_or_assign(name_key(id.schema, name), id);
  for (const auto& [table, list] : order) {
    std::vector<ObjectId>& now = indexes_[moved(table).value_or(table)];
    const auto rank = [&](const ObjectId& id) {
      return std::find_if(list.begin(), list.end(),
                          [&](const ObjectId& old) { return moved(old).value_or(old) == id; }) -
             list.begin();
    };
    std::stable_sort(now.begin(), now.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  }
}

}  // namespace trueup::parse
