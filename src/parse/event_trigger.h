#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_event_trigger(Step& step, const PgQuery__CreateEventTrigStmt& stmt);
Outcome alter_event_trigger(Step& step, const PgQuery__AlterEventTrigStmt& stmt);

}  // namespace trueup::parse
