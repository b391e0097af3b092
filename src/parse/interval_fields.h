#pragma once

#include <string>
#include <vector>

namespace trueup::parse {

/// What follows "interval" in its type's text, from the modifiers that the grammar makes of the fields (a bit mask of
/// fields, then the precision of seconds): " day to second(3)". Following intervaltypmodout in timestamp.c.
[[nodiscard]] std::string interval_fields(const std::vector<std::string>& modifiers);

}  // namespace trueup::parse
