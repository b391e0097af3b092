#include "verify/foreign_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/quote.h"
#include "parse/tree.h"

namespace trueup::verify {

namespace {

using Node = PgQuery__Node;

bool is_foreign_key(const Node* node) {
  return node->node_case == PG_QUERY__NODE__NODE_CONSTRAINT &&
         node->constraint->contype == PG_QUERY__CONSTR_TYPE__CONSTR_FOREIGN;
}

/// DEFERRABLE and the like behind a column's constraint are list items of their own in the raw tree.
bool is_attribute(const Node* node) {
  if (node->node_case != PG_QUERY__NODE__NODE_CONSTRAINT) return false;
  const int type = node->constraint->contype;
  return type >= PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRABLE && type <= PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_IMMEDIATE;
}

/// Hides items of a tree's list while it is printed: moved to the end, beyond a shorter count. The tree must get its
/// own count back before it is freed.
class Hidden {
 public:
  Hidden(std::size_t& count, Node** items) : count_(&count), items_(items), all_(count) {}
  Hidden(Hidden&& other) noexcept
      : count_(std::exchange(other.count_, nullptr)), items_(other.items_), all_(other.all_) {}
  Hidden& operator=(Hidden&&) = delete;
  ~Hidden() {
    if (count_ != nullptr) *count_ = all_;
  }

  /// Hides foreign keys and what belongs to them; gives the hidden ones in their order.
  std::vector<Node*> foreign_keys() {
    std::vector<Node*> hidden;
    std::vector<Node*> kept;
    bool follows = false;
    for (std::size_t i = 0; i < all_; ++i) {
      follows = is_foreign_key(items_[i]) || (follows && is_attribute(items_[i]));
      (follows ? hidden : kept).push_back(items_[i]);
    }
    std::copy(kept.begin(), kept.end(), items_);
    std::copy(hidden.begin(), hidden.end(), items_ + kept.size());
    *count_ = kept.size();
    return hidden;
  }

 private:
  std::size_t* count_;
  Node** items_;
  std::size_t all_;
};

void apply_attribute(PgQuery__Constraint& key, const PgQuery__Constraint& attribute) {
  if (attribute.contype == PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRABLE) key.deferrable = true;
  if (attribute.contype == PG_QUERY__CONSTR_TYPE__CONSTR_ATTR_DEFERRED) key.deferrable = key.initdeferred = true;
}

std::string relation_name(const PgQuery__RangeVar& relation) {
  return qualified(relation.schemaname != nullptr ? relation.schemaname : "", relation.relname);
}

/// ALTER TABLE … ADD for `key`, on `column` where the key was written behind one.
std::string add_statement(PgQuery__RangeVar& relation, PgQuery__Constraint& key, const char* column) {
  const std::string frame = fmt::format("ALTER TABLE {} ADD FOREIGN KEY ({}) REFERENCES t", relation_name(relation),
                                        column != nullptr ? quote_identifier(column) : "c");
  parse::SyntaxError error;
  const parse::Tree tree = parse::Tree::of_script(frame, &error);
  if (!tree.ok()) return {};
  Node& place = *tree[0].stmt->alter_table_stmt->cmds[0]->alter_table_cmd->def;
  PgQuery__Constraint* framed = place.constraint;
  // A table's key is printed as it is; one behind a column names no columns: it borrows the frame's meanwhile.
  const auto lend = [&] {
    if (column == nullptr) return;
    std::swap(framed->n_fk_attrs, key.n_fk_attrs);
    std::swap(framed->fk_attrs, key.fk_attrs);
  };
  lend();
  place.constraint = &key;
  Result<std::string> text = parse::deparse_statement(*tree[0].stmt);
  place.constraint = framed;
  lend();
  return text ? *text : std::string();
}

bool add_statements(PgQuery__RangeVar& relation, const std::vector<Node*>& hidden, const char* column,
                    std::vector<std::string>& statements) {
  for (std::size_t i = 0; i < hidden.size(); ++i) {
    if (!is_foreign_key(hidden[i])) continue;
    PgQuery__Constraint& key = *hidden[i]->constraint;
    for (std::size_t next = i + 1; next < hidden.size() && is_attribute(hidden[next]); ++next)
      apply_attribute(key, *hidden[next]->constraint);
    statements.push_back(add_statement(relation, key, column));
    if (statements.back().empty()) return false;
  }
  return true;
}

}  // namespace

std::optional<SplitTable> split_off_foreign_keys(std::string_view create_table) {
  parse::SyntaxError error;
  const parse::Tree tree = parse::Tree::of_script(create_table, &error);
  if (!tree.ok() || tree.size() != 1 || tree[0].stmt->node_case != PG_QUERY__NODE__NODE_CREATE_STMT)
    return std::nullopt;
  PgQuery__CreateStmt& create = *tree[0].stmt->create_stmt;
  SplitTable split;
  std::vector<Hidden> hidden;  // puts everything back when it goes, before the tree
  hidden.reserve(create.n_table_elts + 1);
  for (std::size_t i = 0; i < create.n_table_elts; ++i) {
    if (create.table_elts[i]->node_case != PG_QUERY__NODE__NODE_COLUMN_DEF) continue;
    PgQuery__ColumnDef& column = *create.table_elts[i]->column_def;
    hidden.emplace_back(column.n_constraints, column.constraints);
    if (!add_statements(*create.relation, hidden.back().foreign_keys(), column.colname, split.foreign_keys))
      return std::nullopt;
  }
  hidden.emplace_back(create.n_table_elts, create.table_elts);
  if (!add_statements(*create.relation, hidden.back().foreign_keys(), nullptr, split.foreign_keys)) return std::nullopt;
  if (split.foreign_keys.empty()) return std::nullopt;
  Result<std::string> text = parse::deparse_statement(*tree[0].stmt);
  if (!text) return std::nullopt;
  split.table = *text;
  return split;
}

}  // namespace trueup::verify
