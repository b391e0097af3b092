#pragma once

#include <set>
#include <string>

#include "base/result.h"
#include "migrations/format.h"
#include "model/catalog.h"
#include "source/throwaway.h"

namespace trueup::source {

/// What migrations lead to.
struct Replayed {
  Catalog catalog;
  std::set<ObjectId> parked;  ///< what they have parked
};

/// The state that the migrations of directory `path` lead to: their up sections run in order on the embedded server,
/// as its login that is no superuser; canonical. Files edited since they were proven, and files that are not run, are
/// named in the catalog's diagnostics. Fails with the file when a section does not run. A directory that is not there
/// counts as an empty one where `options` say so.
[[nodiscard]] Result<Replayed> replay(const std::string& path, Throwaway& throwaway,
                                      const migrations::ReadOptions& options);

}  // namespace trueup::source
