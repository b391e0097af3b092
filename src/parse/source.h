#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "parse/node.h"
#include "parse/script.h"
#include "parse/tree.h"

namespace trueup::parse {

using SearchPath = std::vector<std::string>;

struct Source;

/// One statement of a script, with the search_path in force where it stands ("$user" left out).
struct Statement {
  Source* source = nullptr;
  const Node* node = nullptr;
  int offset = 0;  ///< of its first token, in bytes from the beginning of the text
  int length = 0;
  int base = 0;  ///< what a node's `location` counts from
  const SearchPath* path = nullptr;
  /// What to tell of a statement in syntax newer than the grammar, which only a server can read: its node is an empty
  /// one. nullptr for all others.
  const Diagnostic* unread = nullptr;

  /// The statement as written.
  [[nodiscard]] std::string_view text() const;
};

/// A script, parsed: its statements in their order.
struct Source {
  std::string name;
  std::size_t number = 0;  ///< among the scripts that are read together, from 0
  std::string text;        ///< psql lines and COPY data blanked out: offsets and lines are the file's
  std::vector<int> line_starts;
  std::vector<Tree> trees;
  std::deque<SearchPath> paths;
  std::vector<Statement> statements;
  std::deque<Diagnostic> unread;

  /// The place of byte `offset` (from 0).
  [[nodiscard]] Location location(int offset) const;
  /// The line of `offset` and a caret below it.
  [[nodiscard]] std::string excerpt(int offset) const;
};

/// Parses `script` into `source` (whose address the statements keep). Syntax errors are appended to `diagnostics`,
/// all of them: after the first, statement by statement. What a server of `server_version` may understand although the
/// grammar does not is no error, but a statement that is not read.
void load(const Script& script, Source& source, Diagnostics& diagnostics, int server_version);

/// `text` with psql's lines (\connect …) and the data of COPY … FROM stdin replaced by blanks.
[[nodiscard]] std::string without_psql_lines(std::string_view text);

}  // namespace trueup::parse
