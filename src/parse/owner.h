#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// OWNER TO: the role, or "not stated" for CURRENT_USER and its like. What the new owner was granted is his anyway.
void set_owner(Object& object, const PgQuery__RoleSpec& role);

Outcome alter_owner(Step& step, const PgQuery__AlterOwnerStmt& stmt);

}  // namespace trueup::parse
