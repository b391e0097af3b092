#include "parse/tree.h"

#include <pg_query.h>

#include "base/quote.h"
#include "parse/node.h"
#include "parse/parentheses.h"

namespace trueup::parse {

void Tree::Free::operator()(PgQuery__ParseResult* result) const {
  pg_query__parse_result__free_unpacked(result, nullptr);
}

Tree Tree::of_script(std::string_view sql, SyntaxError* error) {
  Tree tree;
  const std::string text(sql);
  PgQueryProtobufParseResult parsed = pg_query_parse_protobuf(text.c_str());
  if (parsed.error) {
    if (error) *error = {.message = parsed.error->message, .offset = parsed.error->cursorpos - 1};
  } else {
    tree.result_.reset(pg_query__parse_result__unpack(nullptr, parsed.parse_tree.len,
                                                      reinterpret_cast<const std::uint8_t*>(parsed.parse_tree.data)));
  }
  pg_query_free_protobuf_parse_result(parsed);
  return tree;
}

const PgQuery__Node* parse_expression(std::string_view text, Tree& tree, SyntaxError* error) {
  tree = Tree::of_script("SELECT " + std::string(text), error);
  if (tree.size() != 1) return nullptr;
  const PgQuery__Node* statement = tree[0].stmt;
  if (statement->node_case != PG_QUERY__NODE__NODE_SELECT_STMT) return nullptr;
  const PgQuery__SelectStmt& select = *statement->select_stmt;
  if (select.n_target_list != 1 || select.n_from_clause != 0) return nullptr;
  return select.target_list[0]->res_target->val;
}

// libpg_query leaves no blank between the tables of FOR UPDATE OF and what to do about locked rows ("tSKIP LOCKED").
static void mend_locking(const PgQuery__LockingClause& clause, std::string& text) {
  const bool skips = clause.wait_policy == PG_QUERY__LOCK_WAIT_POLICY__LockWaitSkip;
  if (clause.n_locked_rels == 0 || (!skips && clause.wait_policy != PG_QUERY__LOCK_WAIT_POLICY__LockWaitError)) return;
  const std::string name = quote_identifier(clause.locked_rels[clause.n_locked_rels - 1]->range_var->relname);
  const std::string_view policy = skips ? "SKIP LOCKED" : "NOWAIT";
  for (const std::string_view before : {" OF ", ", "}) {
    const std::string broken = std::string(before) + name + std::string(policy);
    for (std::size_t at = text.find(broken); at != std::string::npos; at = text.find(broken, at + broken.size()))
      text.insert(at + before.size() + name.size(), " ");
  }
}

static void mend(const PgQuery__Node& node, std::string& text) {
  if (text.find("SKIP LOCKED") == std::string::npos && text.find("NOWAIT") == std::string::npos) return;
  for_each_node(node, [&](const PgQuery__Node& inner) {
    if (inner.node_case == PG_QUERY__NODE__NODE_LOCKING_CLAUSE) mend_locking(*inner.locking_clause, text);
    return true;
  });
}

Result<std::string> deparse_statement(const PgQuery__Node& node) {
  const Parentheses parentheses(node);
  PgQuery__RawStmt statement = PG_QUERY__RAW_STMT__INIT;
  statement.stmt = const_cast<PgQuery__Node*>(&node);
  PgQuery__RawStmt* statements[] = {&statement};
  PgQuery__ParseResult result = PG_QUERY__PARSE_RESULT__INIT;
  result.n_stmts = 1;
  result.stmts = statements;
  std::string packed(pg_query__parse_result__get_packed_size(&result), '\0');
  pg_query__parse_result__pack(&result, reinterpret_cast<std::uint8_t*>(packed.data()));
  PgQueryProtobuf tree{};
  tree.len = static_cast<decltype(tree.len)>(packed.size());
  tree.data = packed.data();
  PgQueryDeparseResult deparsed = pg_query_deparse_protobuf(tree);
  Result<std::string> text = deparsed.error ? Result<std::string>(Error{.message = deparsed.error->message, .hint = {}})
                                            : Result<std::string>(std::string(deparsed.query));
  pg_query_free_deparse_result(deparsed);
  if (text) mend(node, *text);
  return text;
}

Result<std::string> deparse_expression(const PgQuery__Node& node) {
  PgQuery__ResTarget target = PG_QUERY__RES_TARGET__INIT;
  target.val = const_cast<PgQuery__Node*>(&node);
  target.name = const_cast<char*>("");
  PgQuery__Node target_node = PG_QUERY__NODE__INIT;
  target_node.node_case = PG_QUERY__NODE__NODE_RES_TARGET;
  target_node.res_target = &target;
  PgQuery__Node* targets[] = {&target_node};
  PgQuery__SelectStmt select = PG_QUERY__SELECT_STMT__INIT;
  select.n_target_list = 1;
  select.target_list = targets;
  select.limit_option = PG_QUERY__LIMIT_OPTION__LIMIT_OPTION_DEFAULT;
  select.op = PG_QUERY__SET_OPERATION__SETOP_NONE;
  PgQuery__Node select_node = PG_QUERY__NODE__INIT;
  select_node.node_case = PG_QUERY__NODE__NODE_SELECT_STMT;
  select_node.select_stmt = &select;
  Result<std::string> text = deparse_statement(select_node);
  if (!text) return text;
  constexpr std::string_view prefix = "SELECT ";
  return text->substr(prefix.size());
}

}  // namespace trueup::parse
