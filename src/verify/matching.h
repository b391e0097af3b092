#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace trueup::verify {

/// A text that matches the regular expression: each branch's first, each repetition as few times as it may be, but at
/// least once where it may. nullopt for what is not known here (look-around, back references).
[[nodiscard]] std::optional<std::string> matching(std::string_view expression);

}  // namespace trueup::verify
