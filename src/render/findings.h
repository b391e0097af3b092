#pragma once

#include <string>
#include <vector>

#include "hazards/check.h"
#include "render/style.h"

namespace trueup::render {

/// What lint has to say.
struct Findings {
  std::vector<hazards::Placed> found;
  Diagnostics diagnostics;  ///< what could not be read, and comments that say nothing
  std::size_t files = 0;
  std::size_t statements = 0;
};

/// One block per finding, as compilers print them, and a line that counts.
[[nodiscard]] std::string findings_text(const Findings& findings, const Style& style);

/// The same as JSON: see docs/formats/lint-json.md.
[[nodiscard]] std::string findings_json(const Findings& findings);

/// The same as SARIF 2.1.0, as code scanning reads it. `version` is the program's own.
[[nodiscard]] std::string findings_sarif(const Findings& findings, const std::string& version);

}  // namespace trueup::render
