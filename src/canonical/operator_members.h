#pragma once

#include "model/catalog.h"

namespace trueup::canonical {

/// Gives every member of an operator family its place: those of the type of one of the family's classes are the
/// class's, wherever they were stated; the rest is the family's. In a fixed order.
void place_operator_members(Catalog& catalog);

}  // namespace trueup::canonical
