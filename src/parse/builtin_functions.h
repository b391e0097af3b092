#pragma once

#include <string_view>

namespace trueup::parse {

/// True for the name of a function in pg_catalog, those included that SQL cannot call.
[[nodiscard]] bool is_builtin_function(std::string_view name);

}  // namespace trueup::parse
