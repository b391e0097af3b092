#pragma once

#include <string_view>

namespace trueup::parse {

/// True for a type of pg_catalog, by its catalog name ("int4", "timestamptz"); array types ("_int4") are not listed.
[[nodiscard]] bool is_builtin_type(std::string_view name);

}  // namespace trueup::parse
