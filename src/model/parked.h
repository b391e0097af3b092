#pragma once

#include <set>
#include <string>
#include <string_view>

#include "model/object_id.h"

namespace trueup {

// What `--drop=park` moved out of the way instead of dropping it: tables and sequences in a schema of their own,
// columns under another name in their table. See docs/parking.md.

/// What becomes of tables, columns and sequences that a plan would drop.
enum class Drop { now, park };

inline constexpr std::string_view parked_schema = "trueup_parked";
inline constexpr std::string_view parked_column_prefix = "trueup_parked_";
/// How the comment on everything parked begins; a JSON object with its origin and the time follows.
inline constexpr std::string_view parked_mark = "trueup parked: ";

/// True for a column that is parked: by its name and its comment.
[[nodiscard]] bool is_parked_column(std::string_view name, std::string_view comment);

/// Where `id` (a table, sequence or column) is parked: a name made of its own, within 63 bytes, that is none of
/// `taken`. What is in the parked schema takes its name there as a table, whatever it is. Equal input gives equal
/// names.
[[nodiscard]] ObjectId parked_id(const ObjectId& id, const std::set<ObjectId>& taken);

/// What the sequence behind the identity column `column` is called while the column, or its table, is parked as
/// `parked`; it stands in the same schema.
[[nodiscard]] std::string parked_identity(const ObjectId& parked, std::string_view column);

}  // namespace trueup
