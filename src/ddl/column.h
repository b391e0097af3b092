#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

/// ALTER TABLE … ALTER COLUMN … SET DEFAULT. Requires: the column has a default.
[[nodiscard]] Statement set_default(const Object& column);

/// ALTER TABLE … ALTER COLUMN … DROP DEFAULT.
[[nodiscard]] Statement drop_default(const Object& column);

enum class WithDefault { yes, no };

/// The column as CREATE TABLE and ADD COLUMN define it: name, type, collation, default, constraints of its own.
[[nodiscard]] std::string column_definition(const Object& column, WithDefault with_default);

/// SET STORAGE and SET COMPRESSION, where the column says so: a new type resets them.
[[nodiscard]] Statements storage_and_compression(const Object& column);

/// What a column's definition cannot say, for a column just made: storage, compression, statistics, options, then its
/// grants and comment.
[[nodiscard]] Statements column_extras(const Object& column, const Context& context);

/// For a column that its parent's table brought about (`inherited_from`), just made: all in which it differs from the
/// parent's column in context.to, as statements on this table alone.
[[nodiscard]] Statements inherited_column_extras(const Object& column, const Context& context,
                                                 WithDefault with_default = WithDefault::yes);

}  // namespace trueup::ddl
