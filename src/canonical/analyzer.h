#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "canonical/coerce.h"
#include "canonical/expr.h"
#include "canonical/names.h"
#include "canonical/query.h"
#include "parse/tree.h"

namespace trueup::canonical {

/// A name a query can use: an entry of FROM, with what its columns stand for.
struct NamespaceItem {
  RangeEntry* entry = nullptr;
  std::string name;
  bool names_relation = true;  ///< `name.column` finds it
  bool names_columns = true;   ///< a bare `column` finds it
  bool lateral_only = false;
  std::vector<std::pair<std::string, Expr*>> columns;
};

/// What names mean at one level of a query; the levels around it are its parents.
struct Scope {
  Scope* parent = nullptr;
  std::vector<NamespaceItem> items;
  std::vector<CommonTable*> ctes;
  std::vector<Window*> windows;
  Query* query = nullptr;
  bool in_lateral = false;
};

/// A change to the author's text: `length` bytes at `offset` become `text`.
struct Edit {
  int offset = 0;
  int length = 0;
  std::string text;

  auto operator<=>(const Edit&) const = default;
};

class Renamer;

/// Resolves names and types in a raw parse tree, as PostgreSQL's parse_analyze does (parse_expr.c, parse_func.c,
/// parse_oper.c, parse_clause.c, analyze.c, 15). One object serves one expression or query.
struct Analyzer {
  Analyzer(Names& names, Arena& arena, const std::vector<std::string>& path, std::string_view source);

  Names& names;
  Arena& arena;
  const std::vector<std::string>& path;
  std::string_view source;  ///< the text that locations in the tree point into
  bool unsure = false;
  Coercion coerce;
  std::set<ObjectId> references;
  std::vector<Edit> edits;
  TypeUse domain_value;                                     ///< the type of VALUE; none outside of domain checks
  std::vector<std::pair<std::string, TypeUse>> parameters;  ///< of a SQL function's body
  std::string function_name;                                ///< `function.parameter`
  Scope* scope = nullptr;
  Renamer* renamer = nullptr;        ///< learns what names stand for; nullptr where nothing is renamed
  CommonTable* recursive = nullptr;  ///< the recursive CTE whose UNION comes next

  using Node = PgQuery__Node;

  // expression.cc
  Expr* expression(const Node* node);
  std::vector<Expr*> expressions(std::size_t count, Node* const* nodes);
  Expr* boolean(const Node* node);
  Expr* constant(const PgQuery__AConst& node);
  Expr* type_cast(const PgQuery__TypeCast& node);
  Expr* array(const PgQuery__AArrayExpr& node, TypeUse target);
  Expr* row(const PgQuery__RowExpr& node);
  Expr* collation(const PgQuery__CollateClause& node);
  Expr* logic(const PgQuery__BoolExpr& node);
  Expr* conjunction(Op op, std::vector<Expr*> args);
  Expr* negation(Expr* arg);
  Expr* sql_value(const PgQuery__SQLValueFunction& node);
  Expr* xml(const PgQuery__XmlExpr& node);
  Expr* opaque(const Node* node);
  Expr* typed_literal(std::string_view text, TypeId type);

  // choice.cc
  Expr* case_when(const PgQuery__CaseExpr& node);
  Expr* common(Op op, std::size_t count, Node* const* nodes);

  // columns.cc
  Expr* column(const PgQuery__ColumnRef& node);
  Expr* find_column(std::string_view name, bool& ambiguous);
  Expr* find_qualified(std::string_view schema, std::string_view relation, std::string_view name);
  NamespaceItem* find_item(std::string_view schema, std::string_view name);
  Expr* whole_row(RangeEntry* entry);
  Expr* indirection(const PgQuery__AIndirection& node);
  Expr* field(Expr* arg, std::string_view name);
  Expr* subscript(Expr* arg, const PgQuery__AIndices& node);
  void refer(const RangeEntry& entry, std::string_view column);
  void refer(const RelationInfo& relation);
  void refer_type(TypeId type);

  // type_name.cc
  TypeUse type_name(const PgQuery__TypeName& node);

  // operation.cc
  Expr* operation(const PgQuery__AExpr& node);
  Expr* make_operation(std::string_view schema, std::string_view name, Expr* left, Expr* right, int location);
  Expr* in_list(const PgQuery__AExpr& node);
  Expr* between(const PgQuery__AExpr& node);
  Expr* distinct_from(const PgQuery__AExpr& node);
  Expr* any_or_all(std::string_view schema, std::string_view name, bool all, Expr* left, Expr* right, int location);
  Expr* compare_rows(std::string_view name, Expr* left, Expr* right);
  const OperatorInfo* resolve_operator(std::string_view schema, std::string_view name, TypeId left, TypeId right);

  // call.cc
  Expr* call(const PgQuery__FuncCall& node);
  Expr* make_call(std::string_view schema, std::string_view name, std::vector<Expr*> args,
                  const PgQuery__FuncCall* node);
  void finish_aggregate(Expr* call, const PgQuery__FuncCall& node);
  Window* over(const PgQuery__WindowDef& node);
  Window* window(const PgQuery__WindowDef& node);
  std::vector<SortKey> sort_keys(std::size_t count, Node* const* nodes, Query* query);

  // sublink.cc
  Expr* sublink(const PgQuery__SubLink& node);

  // from.cc
  RangeEntry* from_item(const Node& node, std::vector<NamespaceItem>& items);
  RangeEntry* from_relation(const PgQuery__RangeVar& node);
  RangeEntry* from_subselect(const PgQuery__RangeSubselect& node);
  RangeEntry* from_function(const PgQuery__RangeFunction& node);
  RangeEntry* from_table_function(const PgQuery__RangeTableFunc& node);
  RangeEntry* from_join(const PgQuery__JoinExpr& node, std::vector<NamespaceItem>& items);
  void apply_alias(RangeEntry& entry, const PgQuery__Alias* alias);
  NamespaceItem item_for(RangeEntry* entry);
  RangeEntry* add_relation(const RelationInfo& relation, std::string_view alias);

  // select.cc
  /// `parent`: the query around it. Untyped literals of the output become text unless told otherwise.
  Query* select(const PgQuery__SelectStmt& node, Scope* parent, bool resolve_unknown = true);
  void with_clause(const PgQuery__WithClause& node, Query& query);
  void plain_select(const PgQuery__SelectStmt& node, Query& query);
  void values(const PgQuery__SelectStmt& node, Query& query);
  void set_operation(const PgQuery__SelectStmt& node, Query& query);
  void locking(const PgQuery__SelectStmt& node, Query& query);
  Expr* grouping_element(const Node& node, Query& query);
  void limits(const PgQuery__SelectStmt& node, Query& query);

  // modify.cc
  /// INSERT, UPDATE or DELETE; `parent` as for select. nullptr for other statements.
  Query* modify(const Node& node, Scope* parent);
  void insert_rows(const PgQuery__InsertStmt& node, Query& query);
  void insert_values(const PgQuery__SelectStmt& node, Modification& change);
  void imply_columns(const PgQuery__RangeVar& relation, std::size_t count, Modification& change);
  void on_conflict(const PgQuery__OnConflictClause& node, Modification& change);
  void assignments(std::size_t count, Node* const* nodes, Modification& change);
  Expr* assigned(Expr* value, const RangeEntry& target, std::string_view column);

  // targets.cc
  void targets(std::size_t count, Node* const* nodes, Query& query);
  /// What `*` or `t.*` stands for; nullopt when it cannot be found out.
  std::optional<std::vector<std::pair<std::string, Expr*>>> star_columns(const PgQuery__ColumnRef& star);
  void expand_star(const PgQuery__ColumnRef& star, Query& query);
  Expr* sort_target(const Node& node, Query& query, bool group, int* ordinal);

  // analyzer.cc
  Literal object_name(const Expr& constant);
  Literal configuration_name(const Expr& constant);
  // Notes that the text is to name `found` in full where the literal `constant` does not.
  void name_in_full(const Expr& constant, const ObjectId& found);
  // Notes that the text needs `schema.` at `location`, where the raw tree gave none.
  void qualify(int location, std::string_view schema);
  // Notes that the operator at `location` is one of `schema`: OPERATOR(schema.name).
  void qualify_operator(int location, std::string_view name, std::string_view schema);
  // Where a name must come from that nobody knows and that is none of PostgreSQL's: the only schema of the path; ""
  // when there are several.
  [[nodiscard]] std::string only_schema() const;
};

/// FigureColname: the name an output column gets.
[[nodiscard]] std::string figure_name(const PgQuery__Node& node);

/// The expression names a column of `scope`'s own query (contain_vars_of_level 0).
[[nodiscard]] bool has_own_columns(const Expr* expr, const Scope* scope);

/// Both are the same column of the same entry.
[[nodiscard]] bool same_column(const Expr* a, const Expr* b);

/// True for `*` and `t.*`.
[[nodiscard]] bool is_star(const PgQuery__ColumnRef& node);

/// The strings of a list of String nodes.
[[nodiscard]] std::vector<std::string> strings(std::size_t count, PgQuery__Node* const* nodes);

/// "schema", "name" of a dotted name; a catalog before them falls away.
[[nodiscard]] std::pair<std::string, std::string> schema_and_name(std::size_t count, PgQuery__Node* const* nodes);

}  // namespace trueup::canonical
