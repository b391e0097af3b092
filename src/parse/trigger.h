#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_trigger(Step& step, const PgQuery__CreateTrigStmt& stmt);

}  // namespace trueup::parse
