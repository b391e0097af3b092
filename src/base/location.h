#pragma once

#include <string>

namespace trueup {

/// A place in a file the user wrote. `line` and `column` count from 1, columns in bytes; `line` 0 means
/// "the file as a whole", an empty `file` means "no file" (the live database, say).
struct Location {
  std::string file;
  int line = 0;
  int column = 0;

  bool operator==(const Location&) const = default;
};

/// `file:line:column`, or as much of it as is known.
[[nodiscard]] std::string to_string(const Location& where);

}  // namespace trueup
