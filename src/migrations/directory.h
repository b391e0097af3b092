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

/// Writes a file, new or in the place of an old one: under a temporary name beside it, synced, then renamed. Where it
/// fails, the old one is still there.
[[nodiscard]] Result<void> replace_file(const std::string& path, std::string_view text);

/// Renames a file. Never overwrites: exit code conflict when the new name is taken.
[[nodiscard]] Result<void> rename_file(const std::string& from, const std::string& to);

}  // namespace trueup::migrations
