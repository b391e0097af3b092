#pragma once

#include <vector>

#include "model/object.h"

namespace trueup::ddl {

/// The functions that CREATE TYPE names; those of PostgreSQL's own are among them.
[[nodiscard]] std::vector<ObjectId> functions_of(const BaseType& type);

}  // namespace trueup::ddl
