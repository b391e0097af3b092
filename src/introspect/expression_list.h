#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trueup::introspect {

// The server prints some lists of expressions only as one text (pg_get_indexdef, pg_get_partkeydef,
// pg_get_triggerdef). These functions find the seams: outside of quotes and parentheses.

/// The offset behind the token at `at`: a quoted name, a string, a group in parentheses or brackets, or one byte.
[[nodiscard]] std::size_t token_end(std::string_view text, std::size_t at);

/// The elements of a comma-separated list, without the blanks around them.
[[nodiscard]] std::vector<std::string> split_list(std::string_view text);

/// The first place of `word` from `from` on outside of quotes and parentheses; npos when there is none.
[[nodiscard]] std::size_t find_outside(std::string_view text, std::string_view word, std::size_t from = 0);

/// The end of the expression that an element of a key begins with: a group in parentheses or a call.
[[nodiscard]] std::size_t expression_end(std::string_view text);

/// The end of the possibly qualified and quoted name at `at`.
[[nodiscard]] std::size_t identifier_end(std::string_view text, std::size_t at);

}  // namespace trueup::introspect
