#pragma once

#include "canonical/pass.h"

namespace trueup::canonical {

/// Finds which functions and operator an aggregate's definition names, its result type, and makes it known to calls:
/// before any expression is read. What needs a server stays unsure.
void resolve_aggregates(Pass& pass);

}  // namespace trueup::canonical
