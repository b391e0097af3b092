#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_enum(Step& step, const PgQuery__CreateEnumStmt& stmt);
Outcome alter_enum(Step& step, const PgQuery__AlterEnumStmt& stmt);

Outcome create_range(Step& step, const PgQuery__CreateRangeStmt& stmt);

Outcome create_domain(Step& step, const PgQuery__CreateDomainStmt& stmt);
Outcome alter_domain(Step& step, const PgQuery__AlterDomainStmt& stmt);

}  // namespace trueup::parse
