#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "introspect/row.h"
#include "model/object_id.h"

namespace trueup::introspect {

// A column that holds the oid of a routine or operator, read as that one's identity. What is PostgreSQL's own is named
// by its identity as well, in pg_catalog.

/// The column as an expression of a query, for read_routine.
[[nodiscard]] std::string routine_column(std::string_view oid);
/// The same for read_operator.
[[nodiscard]] std::string operator_column(std::string_view oid);

/// Takes a column made by routine_column; nullopt where it is 0.
[[nodiscard]] std::optional<ObjectId> read_routine(Row& row);
/// The same, for what a definition names without parameters: PostgreSQL's own are known by their names alone.
[[nodiscard]] std::optional<ObjectId> read_nameable(Row& row);
/// Takes a column made by operator_column; nullopt where it is 0.
[[nodiscard]] std::optional<ObjectId> read_operator(Row& row);

}  // namespace trueup::introspect
