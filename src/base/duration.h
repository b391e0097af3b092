#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace trueup {

/// "12h", "30d", "4w": a whole number of seconds (s), minutes (m), hours, days or weeks. nullopt for any other text.
[[nodiscard]] std::optional<std::chrono::seconds> parse_duration(std::string_view text);

}  // namespace trueup
