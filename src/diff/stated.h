#pragma once

#include <vector>

#include "model/catalog.h"

namespace trueup::diff {

/// Takes out of `live` the roles and memberships that `desired` does not state: roles belong to the whole cluster, so
/// only those that the files name are managed. Catalog::roles keeps every name.
void keep_stated_roles(Catalog& live, const Catalog& desired);

/// Gives `catalog`, of which only the names of roles are known (Catalog::roles), the roles among them and their
/// memberships as `other` states them: what they were cannot be compared.
void take_over_known_roles(Catalog& catalog, const Catalog& other);

/// Takes out of `catalog`, with all that belongs to them, the tables in which migration tools keep their history,
/// apart from those that `other` has, too: they are managed only where somebody states them. Gives what was taken out.
std::vector<ObjectId> leave_out_history(Catalog& catalog, const Catalog& other);

}  // namespace trueup::diff
