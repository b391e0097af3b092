#pragma once

#include <string_view>

#include "ddl/rules.h"

namespace trueup::ddl {

// Steps for a type that must be rebuilt under the columns that use it: the old one steps aside under another name,
// the new one is made, columns are converted, the old one is dropped.

/// ALTER TYPE (or DOMAIN) … RENAME TO … within its schema.
[[nodiscard]] Statement rename_type(const ObjectId& type, std::string_view new_name);

/// ALTER TABLE … ALTER COLUMN … TYPE … USING …, for a column whose values mean the same in the new type: by their text,
/// those of a composite type attribute by attribute. `column` is the desired one; `using_type` is the type to convert
/// to, as the model writes types, whose definitions are looked up in both ends. The column's default must be dropped
/// before and set after (see ddl/column.h).
[[nodiscard]] Statement convert_column(const Object& column, std::string_view using_type, const Context& context);

}  // namespace trueup::ddl
