#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace trueup::migrations {

/// `description` as a file name's part: lower-case letters, digits and single underscores, at most 60 of them;
/// "migration" when nothing is left.
[[nodiscard]] std::string safe_name(std::string_view description);

/// Writes a new file: first under a temporary name beside it, synced, then given its name. Never overwrites (exit
/// code conflict when the name is taken), and leaves nothing behind when the disk is full.
[[nodiscard]] Result<void> write_new_file(const std::string& path, std::string_view text);

}  // namespace trueup::migrations
