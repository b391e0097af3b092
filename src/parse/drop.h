#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome drop_objects(Step& step, const PgQuery__DropStmt& stmt);

}  // namespace trueup::parse
