#pragma once

#include "ddl/rules.h"

namespace trueup::ddl {

/// ALTER … RENAME for an index or a constraint: `from` under the name that `to` has in the same place.
[[nodiscard]] Statement rename(const ObjectId& from, const ObjectId& to);

}  // namespace trueup::ddl
