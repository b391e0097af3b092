#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// Folds one statement into the catalog by the kind of its node.
Outcome dispatch(Step& step);

}  // namespace trueup::parse
