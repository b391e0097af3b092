#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "hazards/check.h"

namespace trueup::cli {

/// Files that belong together: what earlier ones did counts for later ones.
using LintGroup = std::vector<hazards::File>;

/// Reads what the user named for lint: a file, a directory (with the folders below it), a glob, or - for standard
/// input. Of migration files of any format, the format `format` or the one that a directory evidently has, what leads
/// up is taken; of all others the whole text. What was passed over, or is wrong in migration files, is in
/// `diagnostics`. Fails when something cannot be read, or when there is no SQL.
[[nodiscard]] Result<std::vector<LintGroup>> read_lint_files(const std::string& named, const std::string& format,
                                                             Diagnostics& diagnostics);

}  // namespace trueup::cli
