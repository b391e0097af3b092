#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "migrations/format.h"

namespace trueup::migrations {

/// What another tool's directory holds, as revisions to be written: one for each that a new database runs, in that
/// order; repeatable ones become ordinary ones at the end. Their headers name where they come from.
[[nodiscard]] std::vector<Draft> drafts_of(const Directory& directory);

/// Writes `drafts` one after the other behind what `directory` holds. Gives their paths; fails as write_next, with what
/// was written before still there.
[[nodiscard]] Result<std::vector<std::string>> write_all(Directory directory, const std::vector<Draft>& drafts);

}  // namespace trueup::migrations
