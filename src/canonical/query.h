#pragma once

#include <string>
#include <utility>
#include <vector>

#include "canonical/expr.h"
#include "canonical/names.h"

namespace trueup::canonical {

struct Modification;

struct CommonTable {
  std::string name;
  std::vector<std::string> aliases;
  std::string materialized;  ///< "", "MATERIALIZED" or "NOT MATERIALIZED"
  Query* query = nullptr;
  std::vector<ColumnInfo> columns;
  bool recursive = false;
  std::string tail;  ///< SEARCH and CYCLE clauses
};

/// A range-table entry: one thing in FROM.
struct RangeEntry {
  enum class Kind { relation, subquery, function, values, cte, join, opaque };

  Kind kind = Kind::relation;
  const void* owner = nullptr;  ///< the Scope it belongs to
  bool has_alias = false;
  std::string name;     ///< what queries call it: the alias, or the relation's own name; "" for a bare join
  std::string display;  ///< the name it is printed with, unique among what is visible
  const RelationInfo* relation = nullptr;
  Query* query = nullptr;  ///< subquery or values
  CommonTable* cte = nullptr;
  std::vector<ColumnInfo> columns;     ///< as queries see them
  std::vector<std::string> own_names;  ///< before column aliases
  bool known = true;                   ///< false when its columns could not be found out
  bool lateral = false;
  bool only = false;
  bool ordinality = false;
  bool rows_from = false;
  std::vector<Expr*> functions;
  std::vector<std::string> definitions;  ///< of each function: its AS (a integer, …), or ""
  std::string text;                      ///< opaque or TABLESAMPLE: what it says, in order
  std::vector<Expr*> arguments;          ///< expressions within `text`
  // Joins.
  RangeEntry* left = nullptr;
  RangeEntry* right = nullptr;
  std::string join_type;
  std::vector<std::string> using_columns;
  std::string using_alias;
  Expr* quals = nullptr;
  std::vector<Expr*> join_columns;  ///< what each output column stands for
};

struct Target {
  Expr* expr = nullptr;
  std::string name;
  bool junk = false;  ///< only there for ORDER BY or GROUP BY
};

struct Query {
  enum class SetOp { none, union_all, union_distinct, intersect_all, intersect, except_all, except };

  std::vector<CommonTable*> ctes;
  bool recursive = false;
  std::vector<Target> targets;
  std::vector<RangeEntry*> entries;  ///< in the order of PostgreSQL's range table
  std::vector<RangeEntry*> from;
  Expr* where = nullptr;
  bool distinct = false;
  std::vector<Expr*> distinct_on;
  bool group_distinct = false;
  std::vector<Expr*> group;
  Expr* having = nullptr;
  std::vector<Window*> windows;
  std::vector<SortKey> order;
  Expr* limit = nullptr;
  Expr* offset = nullptr;
  bool with_ties = false;
  std::vector<std::pair<std::string, RangeEntry*>> locking;  ///< "FOR UPDATE" and whom
  std::vector<std::vector<Expr*>> values;
  SetOp set_op = SetOp::none;
  Query* left = nullptr;
  Query* right = nullptr;
  std::vector<ColumnInfo> columns;       ///< the output
  std::string opaque;                    ///< not understood
  Modification* modification = nullptr;  ///< of INSERT, UPDATE, DELETE
};

}  // namespace trueup::canonical
