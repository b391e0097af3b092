#pragma once

#include <set>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/catalog.h"

namespace trueup::source {

/// What stands above the SQL of a snapshot file. See docs/formats/snapshot-file.md.
struct SnapshotHeader {
  int server_version = 0;
  std::string server_version_text;  ///< "15.20"
  std::string current_user;         ///< the login that read it; objects without a stated owner are its own
  std::string fingerprint;
  std::string sql_hash;         ///< SHA-256 of what follows the header
  std::set<std::string> roles;  ///< that existed

  bool operator==(const SnapshotHeader&) const = default;
};

/// A snapshot file: header, blank line, `sql`. Equal catalogs give equal bytes.
[[nodiscard]] std::string write_snapshot(const Catalog& catalog, std::string_view sql);

/// Reads the header. Fails when `text` is no snapshot, of a newer format, or edited since it was written.
[[nodiscard]] Result<SnapshotHeader> read_snapshot_header(const std::string& name, std::string_view text);

}  // namespace trueup::source
