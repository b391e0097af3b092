#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "apply/check.h"

namespace trueup::cli {

/// One line each, with what to do about it below; "" where there are none.
[[nodiscard]] std::string problems_text(const std::vector<apply::Problem>& problems);

/// An array of objects: code, version, file, message, hint.
[[nodiscard]] nlohmann::ordered_json problems_json(const std::vector<apply::Problem>& problems);

}  // namespace trueup::cli
