#include "canonical/collation.h"

#include "model/object.h"

namespace trueup::canonical {

std::string type_collation(const Types& types, TypeId id) {
  while (id != type::none) {
    const TypeInfo& info = types.info(id);
    if (info.kind != 'd') break;
    const auto* domain = info.object ? std::get_if<Domain>(&info.object->payload) : nullptr;
    if (domain && !domain->collation.empty()) return domain->collation;
    id = info.base.id;
  }
  if (id == type::none) return {};
  const TypeId element = types.info(id).element;
  if (element != type::none) return type_collation(types, element);
  return id == type::name ? "pg_catalog.\"C\"" : "pg_catalog.\"default\"";
}

void clear_own_collation(const Types& types, TypeId id, std::string& collation) {
  if (!collation.empty() && collation == type_collation(types, id)) collation.clear();
}

}  // namespace trueup::canonical
