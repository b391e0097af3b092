#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_policy(Step& step, const PgQuery__CreatePolicyStmt& stmt);
Outcome alter_policy(Step& step, const PgQuery__AlterPolicyStmt& stmt);

}  // namespace trueup::parse
