#include "model/catalog.h"

#include <algorithm>

namespace trueup {

const Object* Catalog::find(const ObjectId& id) const {
  const auto it = objects.find(id);
  return it == objects.end() ? nullptr : &it->second;
}

Object* Catalog::find(const ObjectId& id) {
  const auto it = objects.find(id);
  return it == objects.end() ? nullptr : &it->second;
}

std::vector<const Object*> Catalog::children(Kind kind, std::string_view schema, std::string_view parent) const {
  std::vector<const Object*> found;
  const ObjectId first{
      .kind = kind, .schema = std::string(schema), .parent = std::string(parent), .name = {}, .signature = {}};
  for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
    const ObjectId& id = it->first;
    if (id.kind != kind || id.schema != schema || id.parent != parent) break;
    found.push_back(&it->second);
  }
  return found;
}

std::vector<const Object*> Catalog::columns_of(const ObjectId& table) const {
  std::vector<const Object*> columns = children(Kind::column, table.schema, table.name);
  std::stable_sort(columns.begin(), columns.end(), [](const Object* a, const Object* b) {
    return std::get<Column>(a->payload).position < std::get<Column>(b->payload).position;
  });
  return columns;
}

const Object* Catalog::relation(std::string_view schema, std::string_view name) const {
  for (const Kind kind : all_kinds) {
    if (!is_relation(kind)) continue;
    ObjectId id = table_id(schema, name);
    id.kind = kind;
    if (const Object* object = find(id)) return object;
  }
  return nullptr;
}

std::optional<ObjectId> Catalog::home_of(const Object& object) const {
  if (object.id.kind == Kind::index) return std::get<Index>(object.payload).table;
  if (object.id.kind == Kind::statistics) return std::get<Statistics>(object.payload).table;
  if (object.id.kind == Kind::sequence) {
    const auto& owned_by = std::get<Sequence>(object.payload).owned_by;
    if (!owned_by) return std::nullopt;
    return table_id(owned_by->schema, owned_by->parent);
  }
  if (!has_parent(object.id.kind)) return std::nullopt;
  if (object.id.kind == Kind::domain_check)
    return ObjectId{
        .kind = Kind::domain, .schema = object.id.schema, .parent = {}, .name = object.id.parent, .signature = {}};
  const Object* of = relation(object.id.schema, object.id.parent);
  return of ? std::optional(of->id) : std::nullopt;
}

}  // namespace trueup
