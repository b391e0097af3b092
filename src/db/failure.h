#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace trueup::db {

/// A connection that could not be opened: what libpq said, and what to do about it. `target` may hold its password.
[[nodiscard]] Error connect_failure(std::string_view target, std::string_view said);

/// A statement that failed: the server's message (detail, context and the place in the text kept), the server's own
/// hint or one for its SQLSTATE.
[[nodiscard]] Error statement_failure(std::string_view said, std::string_view sqlstate);

}  // namespace trueup::db
