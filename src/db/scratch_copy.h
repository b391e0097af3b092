#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "db/scratch_process.h"

namespace trueup::db {

/// Copies the directory `from` to `to` (not there yet, its parent is) with modes kept; given to `owner` where stated.
[[nodiscard]] Result<void> copy_directory(const std::string& from, const std::string& to,
                                          const std::optional<ServerUser>& owner);

}  // namespace trueup::db
