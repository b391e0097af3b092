#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "migrations/format.h"

namespace trueup::migrations {

// What the formats share.

/// The text of a file, without a byte order mark. Fails when it cannot be read or is no UTF-8 text.
[[nodiscard]] Result<std::string> read_text(const std::string& path);

/// The text with \r\n as \n.
[[nodiscard]] std::string with_plain_line_ends(std::string_view text);

/// SHA-256 over `texts`, line ends counted as \n.
[[nodiscard]] std::string checksum_of(const std::vector<std::string>& texts);

/// `name` below the directory.
[[nodiscard]] std::string below(const std::string& directory, std::string_view name);

/// The digits `name` begins with; at most 18.
[[nodiscard]] std::string_view leading_digits(std::string_view name);

/// Leaves `name` out, and warns with `code` that it is not run, and why.
void leave_out(Directory& directory, const std::string& name, std::string code, std::string why, std::string hint,
               Diagnostics& diagnostics);

/// Sorts by version, and reports versions that two files have.
void sort_revisions(Directory& directory, Diagnostics& diagnostics);

/// A name that begins with digits, with other ones.
[[nodiscard]] std::string with_digits(const std::string& name, const std::string& version);

/// The whole number after the one `version` begins with, padded to `width`; 1 after "".
[[nodiscard]] std::string version_after(std::string_view version, int width);

/// The version `steps` after the last one, as many digits as `directory` is wide. Where the last one is a timestamp
/// (14 digits), the next one is now, or the last one's successor if that is later.
[[nodiscard]] std::string next_version(const Directory& directory, int steps = 1);

/// An error or warning about a place in a migration file.
[[nodiscard]] Diagnostic about(Severity severity, const std::string& file, int line, std::string code,
                               std::string message, std::string hint);

}  // namespace trueup::migrations
