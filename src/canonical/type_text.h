#pragma once

#include <string>
#include <string_view>

namespace trueup::canonical {

/// The parts of a type as the model writes it (format_type with an empty search_path).
struct TypeText {
  std::string schema;    ///< "" for a pg_catalog type
  std::string name;      ///< unquoted for a qualified name; the SQL spelling ("timestamp with time zone") otherwise
  std::string modifier;  ///< what stands between the parentheses: "10,2"; "" for none
  int dimensions = 0;    ///< number of "[]"
};

/// Takes "public.\"Mood\"[]" or "timestamp(3) with time zone" apart. A leading "SETOF " is dropped.
[[nodiscard]] TypeText split_type(std::string_view text);

/// Reads one SQL identifier at the front of `text` (quoted or bare) and removes it; "" when there is none.
[[nodiscard]] std::string take_identifier(std::string_view& text);

}  // namespace trueup::canonical
