#include "random/query.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "random/expression.h"

namespace trueup::random {

namespace {

const Type& integer() { return builtin_types()[0]; }
const Type bigint() { return builtin_types()[3]; }

Columns comparable(const Columns& columns) {
  Columns found;
  for (const Column& column : columns)
    if (column.type.ordered && column.type.category != 'c') found.push_back(column);
  return found;
}

/// An output list under construction: no name twice.
class List {
 public:
  void add(const std::string& expression, std::string name, const Type& type, bool bare) {
    const bool twice =
        std::any_of(columns_.begin(), columns_.end(), [&](const Column& column) { return column.name == name; });
    if (twice) name = fmt::format("o{}", columns_.size());
    items_.push_back(bare && !twice ? expression : fmt::format("{} AS {}", expression, quoted(name)));
    columns_.push_back({.name = std::move(name), .type = type});
  }
  [[nodiscard]] Query with(const std::string& rest) const {
    return {fmt::format("SELECT {} {}", fmt::join(items_, ", "), rest), columns_};
  }
  [[nodiscard]] Query distinct(const std::string& rest) const {
    return {fmt::format("SELECT DISTINCT {} {}", fmt::join(items_, ", "), rest), columns_};
  }

 private:
  std::vector<std::string> items_;
  Columns columns_;
};

/// Columns and expressions of `columns` into `list`.
void some_outputs(Pen& pen, const std::string& slot, const Columns& columns, const std::string& prefix, List& list) {
  for (const Column& column : some_of(pen, slot + " out", columns, 1, 4)) {
    const std::string each = slot + " " + column.name;
    if (pen.flag(each + " made", 4)) {
      const std::string name = fmt::format("v_{}", column.name).substr(0, 40);
      const std::string made = value(pen, each, column.type, columns, prefix, Use::anything);
      list.add(fmt::format("CAST({} AS {})", made, column.type.text), name, column.type, false);
    } else if (pen.flag(each + " text", 8)) {
      list.add(fmt::format("{}{}::text", prefix, quoted(column.name)), column.name, builtin_types()[1], false);
    } else {
      list.add(prefix + quoted(column.name), column.name, column.type, true);
    }
  }
}

std::string where(Pen& pen, const std::string& slot, const Columns& columns, const std::string& prefix) {
  return pen.flag(slot + " filtered", 2) ? " WHERE " + condition(pen, slot + " where", columns, prefix, Use::anything)
                                         : "";
}

Query plain(Pen& pen, const std::string& slot, const Made& from) {
  const bool alias = pen.flag(slot + " alias", 3);
  const std::string prefix = alias ? "x." : pen.flag(slot + " prefix", 3) ? quoted(from.name) + "." : "";
  List list;
  some_outputs(pen, slot, from.columns, prefix, list);
  std::string rest = fmt::format("FROM {}{}{}", from.sql, alias ? " x" : "", where(pen, slot, from.columns, prefix));
  if (const Columns by = comparable(from.columns); !by.empty() && pen.flag(slot + " sorted", 4))
    rest += fmt::format(" ORDER BY {}{}{}", prefix, quoted(some_of(pen, slot + " by", by, 1, 1)[0].name),
                        pen.flag(slot + " limit", 2) ? " DESC LIMIT 10 OFFSET 1" : "");
  return list.with(rest);
}

Query everything(Pen& pen, const std::string& slot, const Made& from, bool late) {
  if (late) return {fmt::format("SELECT {} FROM {}", names_of(from.columns), from.sql), from.columns};
  const std::string star = pen.choose(slot + " star", {"*", "x.*"});
  return {fmt::format("SELECT {} FROM {}{}{}", star, from.sql, star == "*" ? "" : " AS x",
                      where(pen, slot, from.columns, "")),
          from.columns};
}

Query joined(Pen& pen, const std::string& slot, const Made& a, const Made& b) {
  List list;
  some_outputs(pen, slot + " a", a.columns, "a.", list);
  some_outputs(pen, slot + " b", b.columns, "b.", list);
  std::string on = "true";
  for (const Column& left : comparable(a.columns))
    for (const Column& right : comparable(b.columns))
      if (on == "true" && left.type.text == right.type.text)
        on = fmt::format("a.{} = b.{}", quoted(left.name), quoted(right.name));
  return list.with(fmt::format("FROM {} a {} JOIN {} b ON {}{}", a.sql,
                               pen.choose(slot + " join", {"INNER", "LEFT", "FULL OUTER", "RIGHT"}), b.sql,
                               on == "true" ? "(a.* IS NULL) = (b.* IS NULL)" : on, where(pen, slot, a.columns, "a.")));
}

Query grouped(Pen& pen, const std::string& slot, const Made& from, const Columns& by) {
  const Columns keys = some_of(pen, slot + " key", by, 1, 2);
  List list;
  for (const Column& key : keys) list.add(quoted(key.name), key.name, key.type, true);
  list.add(pen.choose(slot + " count", {"count(*)", "count(*) FILTER (WHERE true)", "sum(1)"}), "n", bigint(), false);
  const Column most = some_of(pen, slot + " most", by, 1, 1)[0];
  if (most.type.category == 'i' || most.type.category == 'n' || most.type.category == 't')
    list.add(fmt::format("max({})", quoted(most.name)), "most", most.type, false);
  const std::string positions = keys.size() == 1 ? "1" : "1, 2";
  return list.with(fmt::format("FROM {}{} GROUP BY {}{}", from.sql, where(pen, slot, from.columns, ""),
                               pen.flag(slot + " positions", 3) ? positions
                               : pen.flag(slot + " rollup", 5)  ? "ROLLUP (" + names_of(keys) + ")"
                                                                : names_of(keys),
                               pen.flag(slot + " having", 3) ? " HAVING count(*) > 1" : ""));
}

Query united(Pen& pen, const std::string& slot, const Made& from) {
  const Columns columns = some_of(pen, slot + " column", comparable(from.columns), 1, 2);
  const std::string names = names_of(columns);
  return {
      fmt::format("SELECT {0} FROM {1}{2} {3} SELECT {0} FROM {1}{4}", names, from.sql, where(pen, slot, columns, ""),
                  pen.choose(slot + " set", {"UNION ALL", "UNION", "EXCEPT", "INTERSECT"}),
                  where(pen, slot + " 2", columns, "")),
      columns};
}

Query with_cte(Pen& pen, const std::string& slot, const Made& from) {
  const Query inner = plain(pen, slot + " inner", from);
  return {fmt::format("WITH w AS {}({}) SELECT {} FROM w",
                      pen.choose(slot + " materialized", {"", "MATERIALIZED ", "NOT MATERIALIZED "}), inner.text,
                      pen.choose(slot + " star", {"*", "w.*"})),
          inner.columns};
}

Query windowed(Pen& pen, const std::string& slot, const Made& from, const Columns& by) {
  List list;
  some_outputs(pen, slot, from.columns, "", list);
  const Column over = some_of(pen, slot + " over", by, 1, 1)[0];
  list.add(
      fmt::format("{} OVER (PARTITION BY {} ORDER BY {}{})",
                  pen.choose(slot + " window", {"row_number()", "rank()", "count(*)"}), quoted(over.name),
                  quoted(by[0].name),
                  pen.choose(slot + " frame", {"", " ROWS BETWEEN 1 PRECEDING AND CURRENT ROW", " DESC NULLS LAST"})),
      "w", bigint(), false);
  return list.with("FROM " + from.sql);
}

Query filtered(Pen& pen, const std::string& slot, const Made& from, const Made& other) {
  List list;
  some_outputs(pen, slot, from.columns, "x.", list);
  std::string test = fmt::format("EXISTS (SELECT 1 FROM {} y WHERE {})", other.sql,
                                 condition(pen, slot + " inner", other.columns, "y.", Use::anything));
  for (const Column& left : comparable(from.columns))
    for (const Column& right : comparable(other.columns))
      if (left.type.text == right.type.text && pen.flag(slot + " in", 3))
        test = fmt::format("x.{} IN (SELECT y.{} FROM {} y)", quoted(left.name), quoted(right.name), other.sql);
  return list.with(fmt::format("FROM {} x WHERE {}{}", from.sql, pen.flag(slot + " not", 3) ? "NOT " : "", test));
}

Query of_function(Pen& pen, const std::string& slot) {
  const Made* function = pen.pick(slot + " function", of_sort({"table function"}));
  if (function == nullptr || pen.flag(slot + " series", 4))
    return {
        fmt::format("SELECT g.n, g.n * 2 AS twice FROM generate_series(1, {}) AS g(n)", pen.number(slot + " to", 2, 4)),
        {{"n", integer()}, {"twice", integer()}}};
  return {fmt::format("SELECT * FROM {}() AS f", in(function->schema, function->name)), function->columns};
}

Query constants(Pen& pen, const std::string& slot) {
  List list;
  for (std::size_t i = 0, n = pen.number(slot + " values", 1, 3); i < n; ++i) {
    const Type type = any_type(pen, fmt::format("{} type {}", slot, i));
    list.add(
        fmt::format("CAST({} AS {})", value(pen, fmt::format("{} {}", slot, i), type, {}, "", Use::scalar), type.text),
        fmt::format("f{}", i), type, false);
  }
  return list.with("");
}

}  // namespace

bool has_columns(const Made& made) { return is_relation(made) && !made.columns.empty(); }

Query query(Pen& pen, const std::string& slot, bool late) {
  const Made* from = pen.pick(slot + " from", has_columns);
  const std::string form = from == nullptr
                               ? "constants"
                               : pen.choose(slot + " form", {"plain", "everything", "join", "group", "set", "cte",
                                                             "window", "filter", "function", "constants", "distinct"});
  if (form == "constants") return constants(pen, slot);
  if (form == "function") return of_function(pen, slot);
  if (form == "everything") return everything(pen, slot, *from, late);
  if (form == "cte") return with_cte(pen, slot, *from);
  const Made* other = pen.pick(slot + " other", has_columns);
  if (form == "join") return joined(pen, slot, *from, *other);
  if (form == "filter") return filtered(pen, slot, *from, *other);
  const Columns by = comparable(from->columns);
  if (by.empty() || form == "plain") return plain(pen, slot, *from);
  if (form == "group") return grouped(pen, slot, *from, by);
  if (form == "set") return united(pen, slot, *from);
  if (form == "distinct") {
    List list;
    for (const Column& column : some_of(pen, slot + " column", by, 1, 3))
      list.add(quoted(column.name), column.name, column.type, true);
    return list.distinct("FROM " + from->sql);
  }
  return windowed(pen, slot, *from, by);
}

}  // namespace trueup::random
