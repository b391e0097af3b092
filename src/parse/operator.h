#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_operator(Step& step, const PgQuery__DefineStmt& stmt);
/// ALTER OPERATOR … SET (…).
Outcome alter_operator(Step& step, const PgQuery__AlterOperatorStmt& stmt);

}  // namespace trueup::parse
