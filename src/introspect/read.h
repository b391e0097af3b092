#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "model/catalog.h"

namespace trueup::introspect {

/// Reads the live database into a catalog, in one READ ONLY REPEATABLE READ transaction with a constant number of
/// set-based queries. System schemas, members of extensions (listed in extension_members), trueup's own schemas and
/// those of known migration tools are left out. What is there but not managed is named in the diagnostics.
/// Fails when the connection breaks or a catalog may not be read.
[[nodiscard]] Result<Catalog> read(db::Connection& connection);

}  // namespace trueup::introspect
