#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// The identity of a schema.
[[nodiscard]] ObjectId schema_id(std::string_view name);

Outcome create_schema(Step& step, const PgQuery__CreateSchemaStmt& stmt);

Outcome create_extension(Step& step, const PgQuery__CreateExtensionStmt& stmt);
Outcome alter_extension(Step& step, const PgQuery__AlterExtensionStmt& stmt);

}  // namespace trueup::parse
