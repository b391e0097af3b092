#pragma once

#include <string>
#include <string_view>

#include "migrations/format.h"

namespace trueup::migrations {

// SQL files as psql runs them, for the formats that are only read.

/// The section that `text` makes: what stands between BEGIN and COMMIT is one transaction, those words left out; what
/// PostgreSQL refuses in a transaction stands outside any; the rest is one transaction as well. Lines of psql
/// (`\set`, …) are errors in `diagnostics`, for trueup does not know what they do; `\restrict` and `\connect`-free
/// dumps pass. `line` is where `text` starts in its file.
[[nodiscard]] Section script_section(const std::string& path, std::string_view text, int line,
                                     Diagnostics& diagnostics);

}  // namespace trueup::migrations
