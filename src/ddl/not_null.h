#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

// A column's NOT NULL. From version 18 on there is a constraint with a name behind it; see NotNull in model/table.h.

/// NOT NULL as a column's definition says it: " NOT NULL", " CONSTRAINT name NOT NULL NO INHERIT"; "" for a nullable
/// column, and for a constraint that is NOT VALID, which only a statement of its own can say.
[[nodiscard]] std::string not_null_clause(const Object& column);

/// The same as a constraint of the table's: for a column that comes from a parent, under a name of its own; "" where
/// there is nothing to say.
[[nodiscard]] std::string own_not_null_clause(const Object& column, const Catalog& catalog);

/// What the definition of a column just made left out: NOT VALID, the comment.
[[nodiscard]] Statements not_null_extras(const Object& column);

/// Makes the column NOT NULL, or nullable.
[[nodiscard]] Statement say_not_null(const Object& column);

// The fields of the constraint; nothing where it comes or goes.
[[nodiscard]] Statements alter_not_null_name(const Object& from, const Object& to, const Context& context);
[[nodiscard]] Statements alter_not_null_no_inherit(const Object& from, const Object& to, const Context& context);
[[nodiscard]] Statements alter_not_null_not_valid(const Object& from, const Object& to, const Context& context);
[[nodiscard]] Statements alter_not_null_comment(const Object& from, const Object& to, const Context& context);

}  // namespace trueup::ddl
