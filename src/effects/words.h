#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trueup::effects {

/// A statement's words as the planner writes them: keywords, names with their dots ("public.\"Odd one\""), literals and
/// operators, and what stands in parentheses as one word.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view sql);

/// The words after which `pattern` ends when it is a beginning of `words`, else 0. In a pattern "@" is any one word.
[[nodiscard]] std::size_t match(const std::vector<std::string_view>& words, std::string_view pattern);

/// A name as it stands in SQL without its quotes: "Odd one" for "\"Odd one\"".
[[nodiscard]] std::string unquoted(std::string_view name);

}  // namespace trueup::effects
