#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_role(Step& step, const PgQuery__CreateRoleStmt& stmt);
Outcome alter_role(Step& step, const PgQuery__AlterRoleStmt& stmt);
Outcome alter_role_set(Step& step, const PgQuery__AlterRoleSetStmt& stmt);
Outcome grant_role(Step& step, const PgQuery__GrantRoleStmt& stmt);
Outcome drop_role(Step& step, const PgQuery__DropRoleStmt& stmt);

}  // namespace trueup::parse
