#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trueup::apply {

/// A piece of a SQL statement; blanks and comments are none.
struct Token {
  enum class Form { word, quoted, string, other };
  Form form = Form::other;
  std::string text;         ///< a word in upper case; anything else as it is written
  std::string_view source;  ///< as it is written
};

/// The tokens of `sql`, at most `limit` of them. The views point into `sql`.
[[nodiscard]] std::vector<Token> tokens(std::string_view sql, std::size_t limit = std::size_t(-1));

}  // namespace trueup::apply
