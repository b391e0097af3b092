#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "db/connection.h"
#include "ddl/rules.h"
#include "model/catalog.h"
#include "model/renaming.h"

namespace trueup::verify {

/// What has to stay as it is between two states: columns of tables that both have, and sequences.
struct Watch {
  std::map<ObjectId, std::vector<std::string>> tables;     ///< table → columns whose values must be the same text
  std::map<ObjectId, std::vector<std::string>> converted;  ///< columns of another type: only their NULLs are compared
  std::set<ObjectId> sequences;                            ///< sequences, and identity columns for theirs
};

/// What `before` and `after` have in common, apart from what is destroyed on the way.
[[nodiscard]] Watch watch(const Catalog& before, const Catalog& after, const std::vector<ddl::Destruction>& destroyed);

/// The same for the way there and back: what `before` holds when `after` was in between. `parked`: what was only moved
/// out of the way meanwhile, and comes back with all it held.
[[nodiscard]] Watch watch_return(const Catalog& before, const Catalog& after,
                                 const std::vector<ddl::Destruction>& destroyed, const std::set<ObjectId>& parked);

/// Checksums of rows and positions of sequences, by what the user calls them.
using Contents = std::map<std::string, std::string>;

/// Reads what `watch` names. The connection should be a superuser's: row security hides nothing from it. Reading runs
/// no code of the schema's author (types' own output functions only).
/// `names`: what the database calls the things that are watched.
[[nodiscard]] Result<Contents> read_contents(db::Connection& superuser, const Watch& watch, const Renaming& names = {});

}  // namespace trueup::verify
