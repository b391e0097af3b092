#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trueup::migrations {

// As much of Python's lexical rules as reading Alembic's revisions needs.

struct PythonToken {
  enum class Kind { name, string, other };
  Kind kind = Kind::other;
  std::string text;   ///< a string's value; else as written
  bool known = true;  ///< false for a string whose value depends on more than its text (f"{x}", \N{…})
  int line = 0;       ///< where its text begins: of a triple-quoted string the line of the quotes

  [[nodiscard]] bool is(std::string_view what) const { return kind != Kind::string && text == what; }
};

/// A logical line: brackets and backslashes continue it. Comments and blank lines are none.
struct PythonLine {
  int indent = 0;
  std::vector<PythonToken> tokens;

  [[nodiscard]] int line() const { return tokens.front().line; }
};

/// The logical lines of `text`. Never fails: what is no Python is cut into tokens all the same.
[[nodiscard]] std::vector<PythonLine> python_lines(std::string_view text);

/// `text` as a Python string literal, triple-quoted where it has several lines.
[[nodiscard]] std::string python_string(std::string_view text);

}  // namespace trueup::migrations
