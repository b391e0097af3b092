#pragma once

#include <string>
#include <vector>

#include "parse/script.h"
#include "source/source.h"

namespace trueup::source {

/// How fresh a source made of SQL is: "last edited 2026-11-20 13:04 UTC" (the newest file), "revision main",
/// "read just now".
[[nodiscard]] std::string freshness_of(const Source& source, const std::vector<parse::Script>& scripts);

}  // namespace trueup::source
