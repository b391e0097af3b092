#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "migrations/revision.h"

namespace trueup::migrations {

/// A revision as a database's history remembers it.
struct Applied {
  std::string version;   ///< "" for a repeatable one: then `description` names it
  std::string checksum;  ///< "" = not known
  std::string description;
};

/// A file that gets another name.
struct Move {
  std::string from;  ///< paths
  std::string to;

  bool operator==(const Move&) const = default;
};

/// How to number what is not applied, one by one after what is: revisions keep their order, and of two with one
/// number the one in `last` (paths or file names) comes after the other. Applied ones keep their names; a revision is
/// applied when its version and, where known, its checksum is. The moves are in an order in which no name is taken.
/// Fails when two revisions have the version of one applied and nothing tells which it was, and for formats whose
/// files are not numbered (alembic).
[[nodiscard]] Result<std::vector<Move>> rebase(const Directory& directory, const std::vector<Applied>& applied,
                                               const std::vector<std::string>& last);

/// Renames the files. Nothing is overwritten; what fails leaves the rest as it was.
[[nodiscard]] Result<void> carry_out(const std::vector<Move>& moves);

}  // namespace trueup::migrations
