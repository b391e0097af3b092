#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "migrations/revision.h"

namespace trueup::migrations {

/// The files of a directory by name, sorted; hidden ones left out.
struct Listing {
  std::string path;
  std::vector<std::string> files;
  std::vector<std::string> folders;
};

/// A revision that is to be written.
struct Draft {
  std::string description;  ///< as the user wrote it
  File content;             ///< its hashes are computed when it is written
};

/// A file that is to be written.
struct NewFile {
  std::string name;  ///< below the directory
  std::string text;

  bool operator==(const NewFile&) const = default;
};

/// One row per tool: how its directories look. All rows: formats().
struct Format {
  std::string_view name;  ///< as trueup.toml and --migrations-format name it

  /// Whether a directory with these files is evidently of this format. May look into files.
  bool (*recognises)(const Listing& listing);

  /// Reads every revision. What is wrong in the files (two with one number, no heading, what cannot be read) is in
  /// `diagnostics`, with file and line, errors among it; fails when a file cannot be read at all.
  Result<Directory> (*read)(const Listing& listing, Diagnostics& diagnostics);

  /// The files of the next revision: one or several, in the order of application, where the tool cannot have in one
  /// file what the draft holds. nullptr: trueup only reads this format.
  Result<std::vector<NewFile>> (*write)(const Directory& directory, const Draft& draft);

  /// A file's name with another version; nullptr where files are not numbered.
  std::string (*with_version)(const std::string& name, const std::string& version);
};

/// Every format, in the order in which directories are tried.
[[nodiscard]] std::span<const Format* const> formats();

/// The format called `name`. Fails, naming all, when there is none.
[[nodiscard]] Result<const Format*> format_named(std::string_view name);

/// The format of a directory: the one called `name`; by looking, when that is empty; `numbered` where looking does not
/// tell. Fails when there is no format of that name.
[[nodiscard]] Result<const Format*> find_format(const Listing& listing, std::string_view name);

struct ReadOptions {
  std::string format;           ///< its name; "" = by looking
  bool may_be_missing = false;  ///< a directory that is not there counts as an empty one
};

/// Lists `path`. Fails when it cannot be read.
[[nodiscard]] Result<Listing> list(const std::string& path, bool may_be_missing);

/// Lists and reads the directory `path`. Wrong content is reported as by Format::read.
[[nodiscard]] Result<Directory> read(const std::string& path, const ReadOptions& options, Diagnostics& diagnostics);

/// Writes the files of the next revision, as write_new_file does: nothing is overwritten. Gives their paths. Fails
/// when the format is one that trueup only reads.
[[nodiscard]] Result<std::vector<std::string>> write_next(const Directory& directory, const Draft& draft);

}  // namespace trueup::migrations
