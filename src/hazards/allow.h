#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "parse/source.h"

namespace trueup::hazards {

/// What comments say of a source's statements: `trueup: allow ID[, ID]` or `trueup: allow all`. Such a comment belongs
/// to the statement that it stands in, to the one that ends on its line, else to the next one. The keys are places in
/// source.statements. Unknown ids are warnings in `diagnostics`.
[[nodiscard]] std::map<std::size_t, std::set<std::string>> allowed_by_comments(const parse::Source& source,
                                                                               Diagnostics& diagnostics);

/// What to say of an id that is none, and where there is a place to it.
[[nodiscard]] std::string unknown_hazard(const std::string& id);
[[nodiscard]] Diagnostic unknown_hazard(const parse::Source& source, int offset, const std::string& id);

/// What SQL is read for: syntax newer than the grammar is passed over rather than refused.
inline constexpr int newest_server = 990000;

}  // namespace trueup::hazards
