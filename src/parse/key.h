#pragma once

#include "parse/column.h"

namespace trueup::parse {

/// PRIMARY KEY and UNIQUE … USING INDEX: the index becomes the constraint's.
Outcome take_over_index(const Step& step, const ObjectId& table, const StatedConstraint& stated);

}  // namespace trueup::parse
