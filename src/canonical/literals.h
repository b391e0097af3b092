#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "canonical/names.h"

namespace trueup::canonical {

/// A literal as a type's output function gives it back. `sure` is false where only a server could tell (then `text`
/// is the literal as written): 'now', a time zone by name, money, a type of an extension.
struct Literal {
  std::string text;
  bool sure = true;
};

/// What the type's input and output functions make of `text`. Settings are those of trueup's own connections:
/// DateStyle ISO, IntervalStyle postgres, TimeZone UTC.
[[nodiscard]] Literal read_literal(Names& names, std::string_view text, TypeUse type);

// One type each; nullopt where the text is not of a form whose output is certain.
[[nodiscard]] std::optional<std::string> read_integer(std::string_view text, bool is_unsigned);
[[nodiscard]] std::optional<std::string> read_numeric(std::string_view text);
[[nodiscard]] std::optional<std::string> read_float(std::string_view text, bool single);
[[nodiscard]] std::optional<std::string> read_boolean(std::string_view text);
[[nodiscard]] std::optional<std::string> read_bytea(std::string_view text);
[[nodiscard]] std::optional<std::string> read_uuid(std::string_view text);
[[nodiscard]] std::optional<std::string> read_bits(std::string_view text);
[[nodiscard]] std::optional<std::string> read_inet(std::string_view text, bool cidr);
[[nodiscard]] std::optional<std::string> read_macaddr(std::string_view text);
[[nodiscard]] std::optional<std::string> read_date(std::string_view text);
[[nodiscard]] std::optional<std::string> read_time(std::string_view text);
[[nodiscard]] std::optional<std::string> read_timestamp(std::string_view text);
[[nodiscard]] std::optional<std::string> read_point(std::string_view text);
[[nodiscard]] std::optional<std::string> read_jsonpath(std::string_view text);
/// `zoned` tells whether the text itself says its offset.
[[nodiscard]] std::optional<std::string> read_timestamptz(std::string_view text, bool& zoned);
/// `modifier`: the fields or the precision the type asks for, "day to second(3)" or "0"; "" for none.
[[nodiscard]] std::optional<std::string> read_interval(std::string_view text, std::string_view modifier);
[[nodiscard]] std::optional<std::string> read_jsonb(std::string_view text);

}  // namespace trueup::canonical
