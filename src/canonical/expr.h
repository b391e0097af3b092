#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "canonical/types.h"

namespace trueup::canonical {

struct ColumnInfo;
struct Query;
struct RangeEntry;

/// What an analysed expression is made of: PostgreSQL's own node kinds, as far as they print differently.
enum class Op {
  constant,      ///< text; null; type unknown until something types it
  column,        ///< entry, index; index -1 is the whole row
  value,         ///< VALUE of a domain check
  parameter,     ///< $n or the parameter of a SQL function: text
  cast,          ///< one argument
  operation,     ///< text = operator, schema; one or two arguments
  scalar_array,  ///< text = operator, flag = ALL; two arguments
  call,          ///< text, schema; flag = VARIADIC; syntax; aggregates and windows too
  named,         ///< an argument `text => …`
  conjunction,
  disjunction,
  negation,
  null_test,     ///< flag = NOT
  boolean_test,  ///< text = "TRUE", "NOT UNKNOWN" …
  distinct,      ///< IS DISTINCT FROM
  nullif,
  coalesce,
  greatest,
  least,
  case_when,  ///< flag = has an argument; arguments: [argument] (condition result)* else
  array,
  row,
  row_compare,
  collate,
  field,
  subscript,
  sql_value,  ///< text = "CURRENT_DATE" …
  sublink,    ///< query, text = "EXISTS", "ANY", "ALL", "EXPR", "ARRAY"
  grouping,
  xml,
  grouping_set,  ///< text = "ROLLUP", "CUBE", "GROUPING SETS", "" for a bracketed set
  opaque,        ///< not understood: text
};

struct SortKey;
struct Window;

struct Expr {
  Op op = Op::opaque;
  TypeUse type;
  std::string text;
  std::string schema;
  std::vector<Expr*> args;
  bool flag = false;
  bool null = false;
  bool sql_syntax = false;  ///< a call written in SQL's own syntax: EXTRACT(… FROM …)
  bool implicit = false;    ///< a cast nobody wrote
  RangeEntry* entry = nullptr;
  int index = 0;
  int location = -1;  ///< of a literal, in the text
  Query* query = nullptr;
  // Calls of aggregates and window functions.
  char kind = 'f';
  bool distinct = false;
  bool star = false;
  bool within_group = false;
  std::vector<SortKey> order;
  Expr* filter = nullptr;
  Window* window = nullptr;
  const std::vector<ColumnInfo>* columns = nullptr;  ///< a call's output columns
};

struct SortKey {
  Expr* expr = nullptr;
  bool descending = false;
  bool nulls_first = false;
  std::string using_operator;
  int ordinal = 0;  ///< the output column's number, for set operations
};

struct Window {
  std::string name;      ///< WINDOW name AS …
  std::string base;      ///< the window it refines
  bool by_name = false;  ///< OVER name
  std::vector<Expr*> partition;
  std::vector<SortKey> order;
  std::string frame;
  Expr* start = nullptr;
  Expr* end = nullptr;
};

/// Owns the nodes of one analysis.
struct Arena {
  std::deque<Expr> exprs;
  std::deque<Window> windows;
  std::vector<std::shared_ptr<void>> others;

  Expr* make(Op op, TypeUse type = {}) {
    Expr& expr = exprs.emplace_back();
    expr.op = op;
    expr.type = type;
    return &expr;
  }

  template <class T>
  T* keep() {
    auto owned = std::make_shared<T>();
    T* raw = owned.get();
    others.push_back(std::move(owned));
    return raw;
  }
};

}  // namespace trueup::canonical
