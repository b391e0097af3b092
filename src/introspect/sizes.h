#pragma once

#include "base/result.h"
#include "db/connection.h"
#include "model/sizes.h"

namespace trueup::introspect {

/// What the tables and materialized views of the database hold: one query, no table is looked into.
[[nodiscard]] Result<Sizes> read_sizes(db::Connection& connection);

}  // namespace trueup::introspect
