#pragma once

#include "parse/column.h"

namespace trueup::parse {

// NOT NULL. From version 18 on there is a constraint with a name behind each; before, a name that is stated says
// nothing.

/// What a constraint says besides NOT NULL: nothing before version 18.
[[nodiscard]] NotNull not_null_constraint(const Step& step, const PgQuery__Constraint& node);

/// Makes one column NOT NULL, which changes nothing where it is already. Without a name the constraint is called as the
/// parent's, or else as the server would call it.
void make_not_null(const Step& step, Object& column, const NotNull& constraint);

/// Makes one column nullable.
void make_nullable(const Step& step, Object& column);

/// Makes a column and the children's NOT NULL.
void set_not_null(const Step& step, const ObjectId& table, std::string_view column, const NotNull& constraint = {});

/// CONSTRAINT name NOT NULL column, as a table's constraint or by ALTER TABLE … ADD.
void add_not_null(const Step& step, const ObjectId& table, const PgQuery__Constraint& node);

/// NOT NULL that a child states for itself on a column that came from a parent.
void restate_not_null(const Step& step, Object& column, NotNull constraint);

/// Names the constraints of a table's columns that have no name yet: AddRelationNotNullConstraints.
void name_not_nulls(const Step& step, const ObjectId& table);

/// What a child's new column has of its parent's NOT NULL.
void inherit_not_null(const Column& parent, Column& child);

/// The column whose NOT NULL constraint has that name; nullptr where there is none.
[[nodiscard]] Object* column_of_not_null(const Step& step, const ObjectId& table, std::string_view name);

// ALTER TABLE … DROP, VALIDATE and ALTER CONSTRAINT on such a constraint, with the children's.
void drop_not_null(const Step& step, Object& column);
void validate_not_null(const Step& step, Object& column);
void set_not_null_inheritance(const Step& step, Object& column, bool no_inherit);

/// ALTER TABLE … RENAME CONSTRAINT, with the children's.
void rename_not_null(const Step& step, const ObjectId& table, std::string_view name, const std::string& to);

}  // namespace trueup::parse
