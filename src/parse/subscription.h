#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_subscription(Step& step, const PgQuery__CreateSubscriptionStmt& stmt);
Outcome alter_subscription(Step& step, const PgQuery__AlterSubscriptionStmt& stmt);
Outcome drop_subscription(Step& step, const PgQuery__DropSubscriptionStmt& stmt);

}  // namespace trueup::parse
