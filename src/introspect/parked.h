#pragma once

#include <set>

#include "base/result.h"
#include "db/connection.h"
#include "model/object_id.h"

namespace trueup::introspect {

/// What is parked in the database, under its ids there (see model/parked.h): no part of its state, but names that are
/// taken. Everything in the parked schema is among it, as a table.
[[nodiscard]] Result<std::set<ObjectId>> read_parked(db::Connection& connection);

}  // namespace trueup::introspect
