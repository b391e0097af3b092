#pragma once

#include <string_view>

namespace trueup::parse {

/// True for an operator class that is the default of the type it is made for, so that naming it says nothing.
[[nodiscard]] bool is_default_operator_class(std::string_view method, std::string_view name);

}  // namespace trueup::parse
