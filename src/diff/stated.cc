#include "diff/stated.h"

#include "model/left_out.h"

namespace trueup::diff {

void keep_stated_roles(Catalog& live, const Catalog& desired) {
  std::erase_if(live.objects, [&](const auto& entry) {
    const Kind kind = entry.first.kind;
    return (kind == Kind::role || kind == Kind::membership) && !desired.find(entry.first);
  });
}

void take_over_known_roles(Catalog& catalog, const Catalog& other) {
  for (const auto& [id, object] : other.objects) {
    const bool known =
        (id.kind == Kind::role && catalog.roles.contains(id.name)) ||
        (id.kind == Kind::membership && catalog.roles.contains(id.name) && catalog.roles.contains(id.parent));
    if (known) catalog.objects.emplace(id, object);
  }
}

/// True for the table itself and for what stands on it as a part: columns, constraints, indexes, its own sequences.
static bool belongs_to(const Object& object, const ObjectId& table) {
  const ObjectId& id = object.id;
  if (id == table) return true;
  if (const auto* index = std::get_if<Index>(&object.payload)) return index->table == table;
  if (const auto* sequence = std::get_if<Sequence>(&object.payload))
    return sequence->owned_by && sequence->owned_by->schema == table.schema && sequence->owned_by->parent == table.name;
  return has_parent(id.kind) && id.kind != Kind::domain_check && id.schema == table.schema && id.parent == table.name;
}

std::vector<ObjectId> leave_out_history(Catalog& catalog, const Catalog& other) {
  std::vector<ObjectId> gone;
  for (const auto& [id, object] : catalog.objects)
    if (id.kind == Kind::table && is_migration_history(id.name) && !other.find(id)) gone.push_back(id);
  for (const ObjectId& table : gone)
    std::erase_if(catalog.objects, [&](const auto& entry) { return belongs_to(entry.second, table); });
  return gone;
}

}  // namespace trueup::diff
