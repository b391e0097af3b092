#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace trueup::migrations {

/// A `--` comment that stands on its own line, outside every string, quoted name, dollar quote and block comment.
struct CommentLine {
  std::size_t begin = 0;  ///< first byte of the line
  std::size_t end = 0;    ///< first byte of the next line, or the text's size
  std::string_view text;  ///< what follows "--", trimmed
};

/// All such lines of `sql`, in order. A `--` inside a function body is none.
[[nodiscard]] std::vector<CommentLine> comment_lines(std::string_view sql);

/// The statements of `sql` without their semicolons, cut at semicolons outside quotes, parentheses and
/// BEGIN ATOMIC … END. Pieces that hold only blanks and comments are left out.
[[nodiscard]] std::vector<std::string_view> statements(std::string_view sql);

}  // namespace trueup::migrations
