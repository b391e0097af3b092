#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome grant(Step& step, const PgQuery__GrantStmt& stmt);
Outcome alter_default_privileges(Step& step, const PgQuery__AlterDefaultPrivilegesStmt& stmt);

/// The privileges a GRANT names for objects of `kind`, ALL spelt out, in upper case.
[[nodiscard]] std::vector<std::string> privileges_of(const PgQuery__GrantStmt& stmt, Kind kind, int server_version);

/// The grantees; PUBLIC is "". CURRENT_USER and its like are left out: they own what the file makes.
[[nodiscard]] std::vector<std::string> grantees_of(const PgQuery__GrantStmt& stmt);

}  // namespace trueup::parse
