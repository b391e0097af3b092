#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_collation(Step& step, const PgQuery__DefineStmt& stmt);

}  // namespace trueup::parse
