#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace trueup::db {

/// A directory with PostgreSQL's programs.
struct Programs {
  std::string directory;
  int major = 0;  ///< 0 where the directory was given and not asked

  [[nodiscard]] std::string path(const std::string& program) const { return directory + "/" + program; }
};

/// Of `candidates` the one of `major`, else the lowest newer one, else the newest older one; the first of equals.
/// `major` 0 takes the first. Requires: candidates not empty.
[[nodiscard]] const Programs& choose(const std::vector<Programs>& candidates, int major);

/// `pg_bin` where given, else TRUEUP_PG_BIN, else the best of `pg_config --bindir` and /usr/lib/postgresql/*/bin.
/// Fails with everything that was looked at.
[[nodiscard]] Result<Programs> find_programs(const std::string& pg_bin, int major);

}  // namespace trueup::db
