#pragma once

#include <string_view>
#include <vector>

namespace trueup::parse {

/// A stretch of text, in bytes.
struct Extent {
  int offset = 0;
  int length = 0;
};

/// The offset just behind the token, comment or white space that begins at `offset`: strings in quotes and in dollars
/// and nested comments are one token, everything else one byte. An unfinished one reaches to the end.
[[nodiscard]] int skip_token(std::string_view text, int offset);

/// The first offset from `offset` on that is neither white space nor comment.
[[nodiscard]] int skip_blank(std::string_view text, int offset);

/// The statements of `text`, cut at semicolons outside of quotes, parentheses and BEGIN ATOMIC bodies. Needs no valid
/// SQL: for telling the statements apart where one of them is wrong. Empty ones are left out.
[[nodiscard]] std::vector<Extent> split_statements(std::string_view text);

}  // namespace trueup::parse
