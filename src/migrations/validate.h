#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "migrations/revision.h"

namespace trueup::migrations {

/// A revision as a database's history remembers it.
struct Applied {
  std::string version;   ///< "" for a repeatable one: then `description` names it
  std::string checksum;  ///< "" = not known
  std::string description;
};

/// Reports what is wrong with the directory alone: numbers that are skipped (where the format counts one by one), and
/// what the manifest says otherwise. What read() has reported is not repeated. Fails when the manifest cannot be read.
[[nodiscard]] Result<void> validate(const Directory& directory, Diagnostics& diagnostics);

/// Reports what is wrong between the directory and what a database has applied: an applied file that changed or is
/// missing, and a file that is not applied though a later one is. All are errors; none stops at the first.
void validate_applied(const Directory& directory, const std::vector<Applied>& applied, Diagnostics& diagnostics);

}  // namespace trueup::migrations
