#pragma once

#include <string>
#include <vector>

namespace trueup::parse {

/// The modifiers of an extension's type as its own typmodout function prints them, where they differ from what is
/// written: PostGIS spells geometry types in its own case and adds geography's default SRID.
[[nodiscard]] std::vector<std::string> extension_modifiers(std::string_view type, std::vector<std::string> modifiers);

}  // namespace trueup::parse
