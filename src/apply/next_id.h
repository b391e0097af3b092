#pragma once

namespace trueup::apply {

/// The number of a table's next row, to be selected from it. All rows are written under the run's lock, so no sequence
/// is needed; and one in a database that was copied from a template steps back when its server crashes soon after.
inline constexpr const char* next_id = "COALESCE(pg_catalog.max(id), 0) + 1";

}  // namespace trueup::apply
