#pragma once

#include "parse/step.h"

namespace trueup::parse {

/// "FOR VALUES …" or "DEFAULT" as pg_get_expr(relpartbound) prints it.
[[nodiscard]] Expression partition_bound(const Step& step, const PgQuery__PartitionBoundSpec& bound,
                                         const ObjectId& parent);

/// PARTITION BY strategy (…).
[[nodiscard]] PartitionKey partition_key(const Step& step, const PgQuery__PartitionSpec& spec, const ObjectId& table);

}  // namespace trueup::parse
