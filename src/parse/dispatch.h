#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// Folds one statement into the catalog by the kind of its node.
Outcome dispatch(Step& step);

/// The statement's first words, enough to know it again: "CREATE COLLATION public.german".
[[nodiscard]] std::string opening(std::string_view text);

}  // namespace trueup::parse
