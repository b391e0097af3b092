#pragma once

#include <set>

#include "ddl/rules.h"

namespace trueup::ddl {

/// What a table's creation leaves to later statements.
struct TableCreation {
  /// Columns without their defaults, which need something that itself needs the table (ddl/column.h, set_default).
  std::set<ObjectId> without_default;
  /// A partition made as a table of its own, which its parent takes in later (ddl/partition.h, reattach).
  bool joins_later = false;
};

/// What the row's `create` gives for a table, but for what `creation` leaves out.
[[nodiscard]] Statements create_table(const Object& table, const Context& context, const TableCreation& creation);

/// The same for a foreign table.
[[nodiscard]] Statements create_foreign_table_without_defaults(const Object& table, const Context& context,
                                                               const std::set<ObjectId>& columns_without_default);

/// What a table says of an index of its own, once the index is there: REPLICA IDENTITY USING INDEX, CLUSTER ON.
[[nodiscard]] Statements index_marks(const Object& table, const Context& context);

}  // namespace trueup::ddl
