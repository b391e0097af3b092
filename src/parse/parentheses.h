#pragma once

#include <deque>
#include <vector>

#include "parse/node.h"

namespace trueup::parse {

/// Puts brackets around the operands whose own brackets libpg_query's deparser forgets ("(a AT TIME ZONE 'utc')::text",
/// "(NOT a) IS NULL"), as rows of one field, and takes them away again when it goes. The tree must not be touched
/// in between.
class Parentheses {
 public:
  explicit Parentheses(const Node& root);
  ~Parentheses();
  Parentheses(const Parentheses&) = delete;
  Parentheses& operator=(const Parentheses&) = delete;

 private:
  void visit(const Node& node);
  void visit_operator(PgQuery__AExpr& expression);
  void visit_function(PgQuery__FuncCall& call);
  void bracket(Node*& slot);

  struct Row {
    PgQuery__RowExpr row;
    Node node;
    Node* field[1];
  };
  std::deque<Row> rows_;
  std::vector<std::pair<Node**, Node*>> bracketed_;
};

}  // namespace trueup::parse
