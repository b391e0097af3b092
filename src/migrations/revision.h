#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "migrations/file.h"

namespace trueup::migrations {

struct Format;

/// What a revision is for.
enum class Role {
  versioned,   ///< runs once, in its place
  baseline,    ///< stands for all versioned ones up to its own version, on a database that is new
  repeatable,  ///< runs again whenever it changed, after all versioned ones
};

/// One step of a migrations directory, whichever tool's: what leads up, and what leads back.
struct Revision {
  std::string version;      ///< as the tool writes it: "007", "20240131120000", "a1b2c3"; "" for a repeatable one
  std::string description;  ///< "add_order_notes", as far as the tool keeps one
  Role role = Role::versioned;
  std::vector<std::string> paths;  ///< the files it comes from, the one that leads up first
  File content;
  std::string checksum;  ///< SHA-256 of its files, line ends counted as \n

  /// How messages name it: its first file.
  [[nodiscard]] const std::string& path() const { return paths.front(); }
  /// The same without its folders.
  [[nodiscard]] std::string file() const;
};

/// A migrations directory, read.
struct Directory {
  std::string path;
  const Format* format = nullptr;
  std::vector<Revision> revisions;  ///< in the order of application; repeatable ones last
  std::vector<std::string> others;  ///< files that look like migrations and are not run; a diagnostic names each
  int width = 3;                    ///< digits of a number, zero-padded, where the format numbers its files
};

/// What a database that is new runs: the last baseline in place of what it stands for, then the rest in order.
[[nodiscard]] std::vector<const Revision*> from_nothing(const Directory& directory);

/// The revision with `version`, written as its format writes it or with other leading zeros; nullptr when there is
/// none.
[[nodiscard]] const Revision* find(const Directory& directory, std::string_view version);

/// Orders versions: number by number, parts parted by dots or underscores, leading zeros not counted; what is no number
/// by its bytes. Negative, 0 or positive, as memcmp.
[[nodiscard]] int compare_versions(std::string_view a, std::string_view b);

}  // namespace trueup::migrations
