#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_cast(Step& step, const PgQuery__CreateCastStmt& stmt);
Outcome create_transform(Step& step, const PgQuery__CreateTransformStmt& stmt);

}  // namespace trueup::parse
