#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "diff/compare.h"

namespace trueup::render {

/// `value` indented by two blanks, with a final line break. Bytes that are no UTF-8 are replaced.
[[nodiscard]] std::string json_text(const nlohmann::ordered_json& value);

/// "create", "drop", "alter".
[[nodiscard]] std::string_view word(diff::Change change);

}  // namespace trueup::render
