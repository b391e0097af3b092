#pragma once

#include "model/catalog.h"

namespace trueup::diff {

/// Takes out of `live` the roles and memberships that `desired` does not state: roles belong to the whole cluster, so
/// only those that the files name are managed. Catalog::roles keeps every name.
void keep_stated_roles(Catalog& live, const Catalog& desired);

}  // namespace trueup::diff
