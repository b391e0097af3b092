#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// CREATE AGGREGATE, OPERATOR, TYPE …: one statement of the grammar for many kinds.
Outcome define_object(Step& step, const PgQuery__DefineStmt& stmt);

/// The parts of a name that stands as a definition's value: a TypeName, a list, or one word.
[[nodiscard]] Nodes value_parts(const Node* value);

}  // namespace trueup::parse
