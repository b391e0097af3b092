#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace trueup::migrations {

/// One numbered file of a migrations directory.
struct Entry {
  long long number = 0;
  std::string name;  ///< "002_add_order_notes.sql"
  std::string path;
};

/// A migrations directory: its numbered files, sorted by number.
struct Directory {
  std::string path;
  std::vector<Entry> entries;
  std::vector<std::string> others;  ///< .sql files whose names have no number: not run, and named to the user
  int width = 3;                    ///< digits of a number, zero-padded

  /// The number after the last one; 1 in an empty directory.
  [[nodiscard]] long long next_number() const { return entries.empty() ? 1 : entries.back().number + 1; }
};

/// Lists `path`. A folder that does not exist is an empty directory when `may_be_missing`. Fails when it cannot be
/// read or two files have the same number.
[[nodiscard]] Result<Directory> list(const std::string& path, bool may_be_missing);

/// `description` as a file name's part: lower-case letters, digits and single underscores, at most 60 of them;
/// "migration" when nothing is left.
[[nodiscard]] std::string safe_name(std::string_view description);

/// The path of the next file of `directory`.
[[nodiscard]] std::string next_path(const Directory& directory, std::string_view description);

/// Writes a new file: first under a temporary name beside it, synced, then given its name. Never overwrites (exit
/// code conflict when the name is taken), and leaves nothing behind when the disk is full.
[[nodiscard]] Result<void> write_new_file(const std::string& path, std::string_view text);

}  // namespace trueup::migrations
