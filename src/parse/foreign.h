#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome create_foreign_data_wrapper(Step& step, const PgQuery__CreateFdwStmt& stmt);
Outcome alter_foreign_data_wrapper(Step& step, const PgQuery__AlterFdwStmt& stmt);
Outcome create_server(Step& step, const PgQuery__CreateForeignServerStmt& stmt);
Outcome alter_server(Step& step, const PgQuery__AlterForeignServerStmt& stmt);
Outcome create_user_mapping(Step& step, const PgQuery__CreateUserMappingStmt& stmt);
Outcome alter_user_mapping(Step& step, const PgQuery__AlterUserMappingStmt& stmt);
Outcome drop_user_mapping(Step& step, const PgQuery__DropUserMappingStmt& stmt);
Outcome create_foreign_table(Step& step, const PgQuery__CreateForeignTableStmt& stmt);

/// OPTIONS (…) of a new object.
[[nodiscard]] ForeignOptions foreign_options(Nodes elements);

/// OPTIONS (ADD …, SET …, DROP …) of ALTER.
void change_foreign_options(ForeignOptions& options, Nodes elements);

[[nodiscard]] ObjectId server_id(std::string_view name);

}  // namespace trueup::parse
