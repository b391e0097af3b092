#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pg_query.pb-c.h"

namespace trueup::parse {

/// A syntax error as libpg_query reports it. `offset` counts bytes from 0 in the text given.
struct SyntaxError {
  std::string message;
  int offset = 0;
};

/// The parse tree of a text, as protobuf-c structs (pg_query.pb-c.h, generated from libpg_query's own
/// pg_query.proto). Owns the structs: nodes stay valid as long as the tree lives.
class Tree {
 public:
  /// Parses a whole script. On failure the tree is empty and `error` is filled.
  static Tree of_script(std::string_view sql, SyntaxError* error);

  [[nodiscard]] bool ok() const { return result_ != nullptr; }
  [[nodiscard]] std::size_t size() const { return result_ ? result_->n_stmts : 0; }

  /// Statement `i`: its node, where it starts (white space before it included) and how long it is (0 = to the end).
  [[nodiscard]] const PgQuery__RawStmt& operator[](std::size_t i) const { return *result_->stmts[i]; }

 private:
  struct Free {
    void operator()(PgQuery__ParseResult* result) const;
  };
  std::unique_ptr<PgQuery__ParseResult, Free> result_;
};

/// An expression parsed on its own ("SELECT " + text); nullptr and `error` when it is none.
/// `tree` keeps the node alive.
[[nodiscard]] const PgQuery__Node* parse_expression(std::string_view text, Tree& tree, SyntaxError* error);

/// SQL text of an expression node / of a whole statement node, as libpg_query deparses it. The nodes may have been
/// edited in place (protobuf-c structs are plain C structs). Fails when libpg_query cannot deparse the node.
[[nodiscard]] Result<std::string> deparse_expression(const PgQuery__Node& node);
[[nodiscard]] Result<std::string> deparse_statement(const PgQuery__Node& node);

}  // namespace trueup::parse
