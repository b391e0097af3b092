#pragma once

#include <set>

#include "ddl/rules.h"

namespace trueup::ddl {

/// What the row's `create` gives for a table, but without the defaults of `columns_without_default`: for defaults that
/// need something which itself needs the table. They are set later (ddl/column.h, set_default).
[[nodiscard]] Statements create_table_without_defaults(const Object& table, const Context& context,
                                                       const std::set<ObjectId>& columns_without_default);

}  // namespace trueup::ddl
