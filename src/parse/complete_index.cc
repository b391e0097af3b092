#include "parse/table.h"

namespace trueup::parse {

// ON ONLY stays true until every partition has its part.
static bool has_part(const Step& step, const ObjectId& partition, const ObjectId& index) {
  const auto belongs = [&](const Object& object) { return object.inherited_from == index; };
  for (const ObjectId& id : step.fold.indexes_on(partition))
    if (belongs(*step.fold.catalog.find(id))) return true;
  for (const Kind kind : {Kind::primary_key, Kind::unique_key, Kind::exclusion})
    for (const Object* key : step.fold.parts(kind, partition))
      if (belongs(*key)) return true;
  return false;
}

void complete_index(const Step& step, const ObjectId& index) {
  Object* object = step.fold.catalog.find(index);
  auto* plain = std::get_if<Index>(&object->payload);
  auto* key = std::get_if<Key>(&object->payload);
  bool* only = plain ? &plain->only : key ? &key->only : nullptr;
  if (!only || !*only) return;
  const ObjectId table = plain ? plain->table : table_id(index.schema, index.parent);
  for (const ObjectId& heir : step.fold.heirs_of(table))
    if (!has_part(step, heir, index)) return;
  *only = false;
}

}  // namespace trueup::parse
