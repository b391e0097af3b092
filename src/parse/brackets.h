#pragma once

#include <deque>
#include <utility>
#include <vector>

#include "pg_query.pb-c.h"

namespace trueup::parse {

/// Brackets that libpg_query's deparser forgets: (NOT a)::text, (a + b) AT TIME ZONE 'x', (a AND b) IS NULL and the
/// like would come back as something else. While this lives, each such operand stands in a row of one element, which
/// deparses as the bracketed operand; the tree is put back as it was when it goes.
class Brackets {
 public:
  explicit Brackets(const PgQuery__Node& root);
  ~Brackets();
  Brackets(const Brackets&) = delete;
  Brackets& operator=(const Brackets&) = delete;

 private:
  struct Row {
    PgQuery__Node node;
    PgQuery__RowExpr row;
    PgQuery__Node* argument;
  };

  void walk(ProtobufCMessage& message);
  void slot(const ProtobufCMessage& parent, PgQuery__Node*& child);

  std::deque<Row> rows_;
  std::vector<std::pair<PgQuery__Node**, PgQuery__Node*>> changed_;
};

}  // namespace trueup::parse
