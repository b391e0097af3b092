#pragma once

#include <string_view>
#include <vector>

#include "model/catalog.h"

namespace trueup::ddl {

/// The default privileges that `catalog` holds for objects like `made` when `role` makes them: the global ones
/// first, then those of its schema.
[[nodiscard]] std::vector<const Object*> default_privileges_for(const ObjectId& made, const Catalog& catalog,
                                                                std::string_view role);

/// What `defaults` makes of the privileges of a new object that `role` makes.
void apply_default_privilege(const Object& defaults, std::string_view role, Acl& acl);

}  // namespace trueup::ddl
