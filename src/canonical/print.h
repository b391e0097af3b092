#pragma once

#include <set>
#include <string>
#include <vector>

#include "canonical/query.h"

namespace trueup::canonical {

/// Writes analysed expressions and queries as canonical keys, after the manner of ruleutils.c: every cast shown that
/// PostgreSQL would show, every name qualified, columns by the alias of their entry. Keys are read by nobody but the
/// comparison and need not be SQL.
class Printer {
 public:
  explicit Printer(const Types& types) : types_(types) {}

  /// Names taken at the outermost level: of the table whose check or policy it is, of OLD and NEW.
  void reserve(const std::string& name) { levels_.push_back({name}); }

  /// `hide`: casts nobody wrote are left out at the top, as they are where PostgreSQL knows the wanted type.
  void expression(const Expr& expr, bool hide);
  void query(Query& query);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  void list(const std::vector<Expr*>& exprs, bool hide = false);
  void constant(const Expr& expr);
  void column(const Expr& expr);
  void call(const Expr& expr);
  void subscript(const Expr& expr);
  void sublink(const Expr& expr);
  void case_when(const Expr& expr);
  void window(const Window& window);
  void sort_keys(const std::vector<SortKey>& keys);
  void name_entries(Query& query);
  void common_tables(Query& query);
  void modification(Query& query);
  void insertion(Query& query);
  void conflict(const Modification& change);
  void assignments(const Modification& change);
  void select(Query& query);
  void from(const RangeEntry& entry);
  void from_join(const RangeEntry& entry);
  void from_alias(const RangeEntry& entry);
  void type(TypeUse use) { out_ += types_.format(use); }

  const Types& types_;
  std::string out_;
  std::vector<std::set<std::string>> levels_;
};

}  // namespace trueup::canonical
