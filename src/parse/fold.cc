#include "parse/fold.h"

#include <algorithm>
#include <cassert>

#include "parse/statistics.h"

namespace trueup::parse {

bool lives_in_pg_class(Kind kind) {
  return is_relation(kind) || kind == Kind::sequence || kind == Kind::index || kind == Kind::composite_type ||
         kind == Kind::primary_key || kind == Kind::unique_key || kind == Kind::exclusion;
}

namespace {

bool has_constraint_name(Kind kind) { return is_constraint(kind) || kind == Kind::domain_check; }

/// The name that the object takes among the constraints; "" for none.
std::string_view constraint_name(const Object& object) {
  if (const auto* column = std::get_if<Column>(&object.payload)) return column->not_null_constraint.name;
  return has_constraint_name(object.id.kind) ? std::string_view(object.id.name) : std::string_view();
}

constexpr std::array part_kinds = {Kind::column,       Kind::primary_key, Kind::unique_key,       Kind::exclusion,
                                   Kind::check,        Kind::foreign_key, Kind::trigger,          Kind::policy,
                                   Kind::domain_check, Kind::rule,        Kind::publication_table};

template <class T>
void drop_one(std::vector<T>& list, const T& value) {
  list.erase(std::remove(list.begin(), list.end(), value), list.end());
}

}  // namespace

Object& Fold::define(Object object) {
  index(object);
  const ObjectId id = object.id;
  const auto [it, added] = catalog.objects.emplace(id, std::move(object));
  assert(added);
  (void)added;
  return it->second;
}

void Fold::index(const Object& object) {
  const ObjectId& id = object.id;
  if (lives_in_pg_class(id.kind)) pg_class_.insert_or_assign(name_key(id.schema, id.name), id);
  if (const std::string_view name = constraint_name(object); !name.empty())
    ++constraint_names_[name_key(id.schema, name)];
  if (const auto* index = std::get_if<Index>(&object.payload)) indexes_[index->table].push_back(id);
}

void Fold::unindex(const ObjectId& id) {
  if (lives_in_pg_class(id.kind)) {
    const auto found = pg_class_.find(name_key(id.schema, id.name));
    if (found != pg_class_.end() && found->second == id) pg_class_.erase(found);
  }
  const Object* object = catalog.find(id);
  if (const std::string_view name = object ? constraint_name(*object) : std::string_view(); !name.empty())
    --constraint_names_[name_key(id.schema, name)];
  if (const auto* index = object ? std::get_if<Index>(&object->payload) : nullptr) drop_one(indexes_[index->table], id);
}

std::vector<Object*> Fold::parts(Kind kind, const ObjectId& relation) {
  std::vector<Object*> found;
  const ObjectId first{.kind = kind, .schema = relation.schema, .parent = relation.name, .name = {}, .signature = {}};
  for (auto it = catalog.objects.lower_bound(first); it != catalog.objects.end(); ++it) {
    if (it->first.kind != kind || it->first.schema != relation.schema || it->first.parent != relation.name) break;
    found.push_back(&it->second);
  }
  return found;
}

void Fold::erase(const ObjectId& id) {
  if (is_relation(id.kind) || id.kind == Kind::domain) {
    for (const Kind kind : part_kinds) {
      if ((id.kind == Kind::domain) != (kind == Kind::domain_check)) continue;
      for (const Object* part : parts(kind, id)) {
        const ObjectId part_id = part->id;
        erase(part_id);
      }
    }
    for (const ObjectId& index : indexes_on(id)) erase(index);
    for (const ObjectId& statistics : statistics_on(*this, id)) erase(statistics);
    indexes_.erase(id);
    for (auto& [parent, children] : heirs_) drop_one(children, id);
    heirs_.erase(id);
  }
  if (id.kind == Kind::column) {
    remove_identity_sequence(id);
    std::vector<ObjectId> owned = statistics_with(*this, id);
    const ObjectId first{.kind = Kind::sequence, .schema = {}, .parent = {}, .name = {}, .signature = {}};
    for (auto it = catalog.objects.lower_bound(first); it != catalog.objects.end() && it->first.kind == Kind::sequence;
         ++it)
      if (std::get<Sequence>(it->second.payload).owned_by == id) owned.push_back(it->first);
    for (const ObjectId& part : owned) erase(part);
  }
  if (id.kind == Kind::publication || id.kind == Kind::server) erase_members(id);
  unindex(id);
  catalog.objects.erase(id);
}

void Fold::erase_members(const ObjectId& id) {
  std::erase_if(catalog.objects, [&](const auto& entry) {
    const ObjectId& member = entry.first;
    if (id.kind == Kind::server) return member.kind == Kind::user_mapping && member.parent == id.name;
    return (member.kind == Kind::publication_table || member.kind == Kind::publication_schema) &&
           member.name == id.name;
  });
}

const ObjectId* Fold::in_pg_class(std::string_view schema, std::string_view name) const {
  const auto found = pg_class_.find(name_key(schema, name));
  return found == pg_class_.end() ? nullptr : &found->second;
}

void Fold::add_identity_sequence(std::string_view name, const ObjectId& column) {
  pg_class_.insert_or_assign(name_key(column.schema, name), column);
  identity_sequences_[column] = name;
}

std::string Fold::identity_sequence(const ObjectId& column) const {
  const auto found = identity_sequences_.find(column);
  return found == identity_sequences_.end() ? std::string() : found->second;
}

void Fold::remove_identity_sequence(const ObjectId& column) {
  const auto found = identity_sequences_.find(column);
  if (found == identity_sequences_.end()) return;
  pg_class_.erase(name_key(column.schema, found->second));
  identity_sequences_.erase(found);
}

void Fold::name_not_null(Object& column, std::string name) {
  std::string& now = std::get<Column>(column.payload).not_null_constraint.name;
  if (!now.empty()) --constraint_names_[name_key(column.id.schema, now)];
  now = std::move(name);
  if (!now.empty()) ++constraint_names_[name_key(column.id.schema, now)];
}

bool Fold::constraint_name_taken(std::string_view schema, std::string_view name) const {
  const auto found = constraint_names_.find(name_key(schema, name));
  return found != constraint_names_.end() && found->second > 0;
}

std::vector<ObjectId> Fold::heirs_of(const ObjectId& table) const {
  const auto found = heirs_.find(table);
  return found == heirs_.end() ? std::vector<ObjectId>() : found->second;
}

void Fold::add_heir(const ObjectId& parent, const ObjectId& child) { heirs_[parent].push_back(child); }

void Fold::remove_heir(const ObjectId& parent, const ObjectId& child) { drop_one(heirs_[parent], child); }

std::vector<ObjectId> Fold::indexes_on(const ObjectId& table) const {
  const auto found = indexes_.find(table);
  return found == indexes_.end() ? std::vector<ObjectId>() : found->second;
}

Table* Fold::table(const ObjectId& id) {
  Object* object = catalog.find(id);
  return object ? std::get_if<Table>(&object->payload) : nullptr;
}

Column* Fold::column(const ObjectId& table, std::string_view name) {
  Object* object = catalog.find(column_id(table.schema, table.name, name));
  return object ? std::get_if<Column>(&object->payload) : nullptr;
}

Object* Fold::constraint(const ObjectId& table, std::string_view name) {
  for (const Kind kind : all_kinds) {
    if (!has_constraint_name(kind)) continue;
    const ObjectId id{
        .kind = kind, .schema = table.schema, .parent = table.name, .name = std::string(name), .signature = {}};
    if (Object* object = catalog.find(id)) return object;
  }
  return nullptr;
}

std::vector<Object*> Fold::columns(const ObjectId& table) {
  std::vector<Object*> found = parts(Kind::column, table);
  std::stable_sort(found.begin(), found.end(), [](const Object* a, const Object* b) {
    return std::get<Column>(a->payload).position < std::get<Column>(b->payload).position;
  });
  return found;
}

const Key* Fold::primary_key(const ObjectId& table) {
  const std::vector<Object*> keys = parts(Kind::primary_key, table);
  return keys.empty() ? nullptr : &std::get<Key>(keys.front()->payload);
}

}  // namespace trueup::parse
