#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_rule(Step& step, const PgQuery__RuleStmt& stmt);

}  // namespace trueup::parse
