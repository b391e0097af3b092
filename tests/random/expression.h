#pragma once

#include <string>

#include "random/pen.h"

namespace trueup::random {

/// What an expression may use.
enum class Use {
  anything,   ///< views, policies
  scalar,     ///< no subqueries: defaults, triggers' conditions
  immutable,  ///< checks, indexes, generated columns
  builtin,    ///< and no functions of the schema's own: publications
};

/// PostgreSQL's own types.
[[nodiscard]] const std::vector<Type>& builtin_types();

/// One of PostgreSQL's own types, of these categories ("" = all).
[[nodiscard]] Type builtin(Pen& pen, const std::string& slot, std::string_view categories = "");

/// Any type there is by now, with arrays of it.
[[nodiscard]] Type any_type(Pen& pen, const std::string& slot);

/// The type in one of its wordings.
[[nodiscard]] std::string spelled(Pen& pen, const std::string& slot, const Type& type);

/// A constant of the type, as it can stand anywhere.
[[nodiscard]] std::string constant(Pen& pen, const std::string& slot, const Type& type);

/// A value of the type. `prefix` stands before columns: "", "NEW.", "t.".
[[nodiscard]] std::string value(Pen& pen, const std::string& slot, const Type& type, const Columns& columns,
                                const std::string& prefix, Use use);

/// A condition over the columns.
[[nodiscard]] std::string condition(Pen& pen, const std::string& slot, const Columns& columns,
                                    const std::string& prefix, Use use);

/// A call of a function of the schema's own with this result; "" where there is none.
[[nodiscard]] std::string call(Pen& pen, const std::string& slot, const Type& result, const Columns& columns,
                               const std::string& prefix, Use use);

/// Some of the columns, in any order: `from` to `to`, fewer where there are not so many.
[[nodiscard]] Columns some_of(Pen& pen, const std::string& slot, const Columns& columns, std::size_t from,
                              std::size_t to);

/// The names of the columns, with commas.
[[nodiscard]] std::string names_of(const Columns& columns);

}  // namespace trueup::random
