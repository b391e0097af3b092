#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

/// ALTER … RENAME TO: `from` under the name that `to` has in the same place. Kinds of which the server can rename
/// objects; for constraints, triggers and policies on their relation, for columns in it.
[[nodiscard]] Statement rename(const ObjectId& from, const ObjectId& to);

/// ALTER … SET SCHEMA.
[[nodiscard]] Statement set_schema(const ObjectId& id, const std::string& schema);

/// ALTER TYPE … RENAME VALUE for an enum's label, RENAME ATTRIBUTE for a composite type's.
[[nodiscard]] Statement rename_part(const ObjectId& type, const std::string& from, const std::string& to);

}  // namespace trueup::ddl
