#pragma once

#include "model/catalog.h"

namespace trueup::canonical {

/// Adds to every object's `references` what its definition needs, and sorts them: its schema, its relation, the
/// columns and types it names, what backs a foreign key, and whatever its expressions refer to
/// (Expression::references must be filled). Only objects of the catalog are named; never the object itself.
void collect_references(Catalog& catalog);

}  // namespace trueup::canonical
