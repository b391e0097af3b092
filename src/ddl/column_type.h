#pragma once

#include <string>
#include <string_view>

#include "ddl/rules.h"

namespace trueup::ddl {

/// True when ALTER COLUMN … TYPE needs USING: no cast that an assignment may take leads from one type to the other.
/// Types it does not know need it. Types are written as the model writes them (see model/type.h).
[[nodiscard]] bool needs_using(std::string_view from, std::string_view to);

/// True when values may be cut, rounded or refused on the way: a shorter length, a smaller number, a date out of
/// a timestamp, a number out of a text.
[[nodiscard]] bool may_lose(std::string_view from, std::string_view to);

/// ALTER TABLE … ALTER COLUMN … TYPE … [COLLATE …] [USING …], by way of text where no cast leads there; destroys
/// ("change-type") where values may be lost.
[[nodiscard]] Statement change_column_type(const Object& from, const Object& to, const Context& context);

/// A domain's base type, all the way down; other types as they are.
[[nodiscard]] std::string under_domains(const std::string& type, const Catalog& catalog);

/// The storage that columns of that type have when nothing is said: "plain", "main" or "extended".
[[nodiscard]] std::string default_storage(std::string_view type, const Catalog& catalog);

/// True for a column of a foreign table: its rows are another server's, and are neither converted nor lost.
[[nodiscard]] bool is_foreign(const Object& column, const Catalog& catalog);

}  // namespace trueup::ddl
