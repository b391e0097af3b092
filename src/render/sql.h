#pragma once

#include <string>

#include "plan/plan.h"

namespace trueup::render {

/// The statements of `plan` and nothing else, each ended by a semicolon and a line break; in an order that psql can run
/// one by one.
[[nodiscard]] std::string sql(const plan::Plan& plan);

}  // namespace trueup::render
