#pragma once

#include <string>

#include "canonical/types.h"

namespace trueup::canonical {

/// The collation that a column of the type has when none is named (pg_type.typcollation), qualified and quoted; ""
/// for a type that is not known.
[[nodiscard]] std::string type_collation(const Types& types, TypeId id);

/// Clears a stated collation that is the type's own.
void clear_own_collation(const Types& types, TypeId id, std::string& collation);

}  // namespace trueup::canonical
