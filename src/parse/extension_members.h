#pragma once

#include <string_view>

namespace trueup::parse {

/// The extension that brings a type, function or operator class of this name; "" when it is none of the well-known
/// ones (PostgreSQL's contrib modules, PostGIS, pgvector).
[[nodiscard]] std::string_view extension_of_member(std::string_view name);

}  // namespace trueup::parse
