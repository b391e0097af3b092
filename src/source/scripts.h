#pragma once

#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "parse/script.h"
#include "source/source.h"

namespace trueup::source {

/// The SQL files of a source that is made of SQL (file, directory, glob, git, standard input; a snapshot's text
/// whole), sorted by name. Fails when something cannot be read, when there is no SQL, or when a file holds migration
/// headings. What was passed over (links) is named in `diagnostics`.
[[nodiscard]] Result<std::vector<parse::Script>> read_scripts(const Source& source, Diagnostics& diagnostics);

// One function per form.
[[nodiscard]] Result<parse::Script> read_file(const std::string& path);
[[nodiscard]] Result<std::vector<parse::Script>> read_directory(const std::string& path, Diagnostics& diagnostics);
[[nodiscard]] Result<std::vector<parse::Script>> read_glob(const std::string& pattern, Diagnostics& diagnostics);
[[nodiscard]] Result<std::vector<parse::Script>> read_git(const std::string& revision, const std::string& path,
                                                          Diagnostics& diagnostics);

/// `text` as a script: a UTF-8 byte order mark is taken off. Fails for what is no UTF-8 text (UTF-16, NUL bytes).
[[nodiscard]] Result<parse::Script> as_script(const std::string& name, std::string text);

}  // namespace trueup::source
