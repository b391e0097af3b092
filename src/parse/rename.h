#pragma once

#include "parse/step.h"

namespace trueup::parse {

Outcome rename_object(Step& step, const PgQuery__RenameStmt& stmt);
Outcome set_schema(Step& step, const PgQuery__AlterObjectSchemaStmt& stmt);

/// Gives a column another name, on the children that inherit it as well, in keys and in the table's own expressions.
void rename_column(const Step& step, const ObjectId& table, std::string_view from, std::string_view to);

/// Moves or renames a relation, type or routine with all that names it by text: columns' types, arguments' types.
void rename_to(const Step& step, const ObjectId& from, const ObjectId& to);

}  // namespace trueup::parse
