#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "migrations/revision.h"

namespace trueup::migrations {

// trueup.sum: one line per revision, in the order of application. Two branches that both add a revision add a line in
// the same place, so that git reports a conflict. See docs/formats/directories.md.

constexpr std::string_view manifest_name = "trueup.sum";

/// One line: "004 sha256:9f86d0… 004_add_order_notes.sql".
struct ManifestLine {
  std::string version;  ///< "-" for a repeatable revision
  std::string checksum;
  std::string file;  ///< the first file, below the directory
  int line = 0;

  bool operator==(const ManifestLine&) const = default;
};

struct Manifest {
  std::string path;
  std::vector<ManifestLine> lines;
};

/// The manifest of a directory; nullopt when it has none. Lines that are none, and what git leaves of a conflict, are
/// errors in `diagnostics`, with file and line. Fails when it cannot be read.
[[nodiscard]] Result<std::optional<Manifest>> read_manifest(const std::string& directory, Diagnostics& diagnostics);

/// What the manifest of `directory` should say.
[[nodiscard]] std::string manifest_text(const Directory& directory);

/// `manifest` with lines for those revisions of `directory` whose first file is among `added`. What the manifest said
/// of the others stays, right or wrong.
[[nodiscard]] std::string extended_text(const Manifest& manifest, const Directory& directory,
                                        const std::vector<std::string>& added);

/// Writes manifest_text(): under a temporary name, synced, then renamed over the old one. Fails when it cannot be
/// written; the old one is then still there.
[[nodiscard]] Result<void> write_manifest(const Directory& directory);

/// Reports every revision that the manifest does not name, names with another checksum, or names though it is not
/// there, and revisions in another order. All are errors.
void check_manifest(const Directory& directory, const Manifest& manifest, Diagnostics& diagnostics);

/// The same with the directory's own manifest, where it has one. Fails when that cannot be read.
[[nodiscard]] Result<void> check_manifest(const Directory& directory, Diagnostics& diagnostics);

}  // namespace trueup::migrations
