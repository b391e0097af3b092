#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// CREATE TYPE name, which only announces it, or CREATE TYPE name (INPUT = …).
Outcome create_base_type(Step& step, const PgQuery__DefineStmt& stmt);
/// ALTER TYPE … SET (…).
Outcome alter_base_type(Step& step, const PgQuery__AlterTypeStmt& stmt);

}  // namespace trueup::parse
