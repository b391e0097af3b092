#pragma once

#include <string>

#include "ddl/rules.h"

namespace trueup::ddl {

/// " PARTITION BY RANGE (a, b)".
[[nodiscard]] std::string partition_by(const PartitionKey& key);

/// True for a table of the catalog that has a partition key.
[[nodiscard]] bool is_partitioned(const ObjectId& table, const Catalog& catalog);

/// DETACH PARTITION from the old parent and ATTACH PARTITION to the new one, or either: whatever leads from `from` to
/// `to`, two states of one table.
[[nodiscard]] Statements reattach(const Object& from, const Object& to, const Context& context);

/// DETACH PARTITION before a drop of which the server says no otherwise: a foreign key to a partitioned table has a
/// part that stands on each partition. Empty where no foreign key does.
[[nodiscard]] Statements detach_before_drop(const Object& table, const Context& context);

/// ALTER INDEX parent's ATTACH PARTITION this one's, for a partition's index or key that was made by itself; empty
/// where it belongs to none.
[[nodiscard]] Statements attach_index(const Object& child);

// The rules of the field inherited_from: an index can be attached, but never detached by itself.
[[nodiscard]] Statements alter_attached(const Object& from, const Object& to, const Context& context);
[[nodiscard]] Change how_attached(const Object& from, const Object& to, const Context& context);

/// The rule of the field only, once it is false: the server completes a parent's index with its last part.
[[nodiscard]] Statements complete_index(const Object& from, const Object& to, const Context& context);

/// NO INHERIT and INHERIT statements that lead from the parents of `from` to those of `to`, in their order.
[[nodiscard]] Statements change_parents(const Object& from, const Object& to, const Context& context);

}  // namespace trueup::ddl
