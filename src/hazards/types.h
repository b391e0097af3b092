#pragma once

#include <string_view>

#include "parse/node.h"

namespace trueup::hazards {

/// serial, bigserial and the like, and no identity.
[[nodiscard]] bool is_serial(const PgQuery__ColumnDef& column);

/// An integer of 32 bits or fewer, serial ones included.
[[nodiscard]] bool is_small_integer(const PgQuery__ColumnDef& column);

/// True when values of type `from` (as the model writes it: "character varying(20)") are values of `to` as they are
/// stored, so that ALTER COLUMN … TYPE only looks at the catalog. False where in doubt.
[[nodiscard]] bool is_binary_coercible(std::string_view from, const PgQuery__TypeName& to);

}  // namespace trueup::hazards
