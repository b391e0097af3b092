#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// True for the subcommands of ALTER TABLE that add, drop or alter a column (or an attribute of a composite type).
[[nodiscard]] bool alters_column(const PgQuery__AlterTableCmd& command);

/// Runs such a subcommand on a table, view, index or composite type, and on what inherits the column.
Outcome alter_column(Step& step, const ObjectId& relation, const PgQuery__AlterTableCmd& command, bool recurse);

/// ALTER COLUMN … SET EXPRESSION, on a table and its children.
[[nodiscard]] bool sets_expression(const PgQuery__AlterTableCmd& command);
Outcome set_expression(Step& step, const ObjectId& table, const PgQuery__AlterTableCmd& command);

}  // namespace trueup::parse
