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

/// NO INHERIT and INHERIT statements that lead from the parents of `from` to those of `to`, in their order.
[[nodiscard]] Statements change_parents(const Object& from, const Object& to, const Context& context);

}  // namespace trueup::ddl
