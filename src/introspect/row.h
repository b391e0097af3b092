#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/connection.h"

namespace trueup::introspect {

using Oid = std::uint32_t;

/// The elements of an array as array_out prints it ("{a,\"b c\",NULL}"); NULL elements become "".
[[nodiscard]] std::vector<std::string> split_array(std::string_view text);

/// The numbers of an oidvector, int2vector ("1 2 3") or integer array ("{1,2,3}").
[[nodiscard]] std::vector<std::int64_t> split_numbers(std::string_view text);

/// A row read from left to right: each call takes the next column, NULL as the empty value.
class Row {
 public:
  Row(const db::Rows& rows, std::size_t row) : rows_(rows), row_(row) {}

  std::string_view view() { return rows_.at(row_, column_++).value_or(std::string_view{}); }
  std::string text() { return std::string(view()); }
  bool boolean() { return view() == "t"; }
  char character() {
    const std::string_view value = view();
    return value.empty() ? '\0' : value.front();
  }
  std::int64_t integer() {
    const std::string_view digits = view();
    std::int64_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  }
  int small() { return static_cast<int>(integer()); }
  Oid oid() { return static_cast<Oid>(integer()); }
  std::vector<std::string> array() { return split_array(view()); }
  std::vector<std::int64_t> numbers() { return split_numbers(view()); }
  /// True when the next column is NULL; takes nothing.
  [[nodiscard]] bool null() const { return !rows_.at(row_, column_).has_value(); }

 private:
  const db::Rows& rows_;
  std::size_t row_;
  int column_ = 0;
};

}  // namespace trueup::introspect
