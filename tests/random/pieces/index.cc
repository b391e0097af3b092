#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "random/expression.h"
#include "random/pieces/pieces.h"

namespace trueup::random {

namespace {

bool fits(const Column& column, const std::string& method) {
  const Type& type = column.type;
  if (method == "gin")
    return type.category == 'j' || type.text == "tsvector" || type.text == "integer[]" || type.text == "text[]";
  if (method == "gist")
    return type.category == 'r' || type.text == "point" || type.text == "box" || type.text == "tsvector";
  if (method == "brin")
    return type.category == 'i' || type.category == 't' || type.text == "text" || type.text == "uuid";
  if (method == "spgist") return type.text == "text" || type.text == "point";
  if (method == "hash")
    return type.category == 'i' || type.category == 's' || type.text == "uuid" || type.category == 'e';
  return type.ordered;
}

/// One element: a column or an expression over columns, with what may follow.
std::string element(Pen& pen, const std::string& slot, const Columns& columns, const Column& column,
                    const std::string& method) {
  std::string text = quoted(column.name);
  if (method != "btree")
    return text + (column.type.category == 'j' && pen.flag(slot + " path", 3) ? " jsonb_path_ops" : "");
  if (column.type.text == "text" && pen.flag(slot + " expression", 3))
    text = pen.choose(slot + " of text", {"lower({})", "(({} || 'x'))", "upper({}) COLLATE \"C\"", "substr({}, 1, 3)"});
  if (column.type.text == "integer" && pen.flag(slot + " expression", 3))
    text = pen.choose(slot + " of number", {"(({} + 1))", "abs({})", "(({} % 7))"});
  if (const std::size_t at = text.find("{}"); at != std::string::npos) text.replace(at, 2, quoted(column.name));
  if (column.type.category == 's' || column.type.text == "text") {
    const std::string more = pen.choose(slot + " operators", {"", " text_pattern_ops", " COLLATE \"C\""}, 5);
    if (text.find("COLLATE") == std::string::npos &&
        (more.find("pattern") == std::string::npos || column.type.text == "text"))
      text += more;
  }
  (void)columns;
  return text + pen.choose(slot + " order", {"", " DESC", " ASC NULLS FIRST", " DESC NULLS LAST"}, 4);
}

}  // namespace

bool write_index(Pen& pen) {
  const std::string method = pen.choose("method", {"btree", "btree", "hash", "gin", "gist", "brin", "spgist"}, 3);
  const auto candidates = [&](const Made& made) {
    Columns found;
    for (const Column& column : made.columns)
      if (fits(column, method)) found.push_back(column);
    return found;
  };
  Made* table = pen.pick("table", [&](const Made& made) {
    return (made.sort == "table" || made.sort == "materialized view") && !candidates(made).empty();
  });
  if (table == nullptr) return false;
  if (!claims_index(pen.scene(), *table)) return false;
  const bool partitioned = !table->strategy.empty() || table->marks.contains("partition");
  const bool unique = method == "btree" && !partitioned && pen.flag("unique", 5);
  const bool several = method == "btree" || method == "gin" || method == "brin";
  std::vector<std::string> elements;
  const Columns columns = some_of(pen, "column", candidates(*table), 1, several ? 3 : 1);
  for (std::size_t i = 0; i < columns.size(); ++i)
    elements.push_back(element(pen, fmt::format("element {}", i), table->columns, columns[i], method));
  std::string name;
  if (!pen.flag("unnamed", 4)) name = pen.name("ix", fmt::format("rel {} ", table->schema));
  std::string sql =
      fmt::format("CREATE {}INDEX {}ON {}{}", unique ? "UNIQUE " : "", name.empty() ? "" : quoted(name) + " ",
                  table->sql, method == "btree" && !pen.flag("~method", 2) ? "" : " USING " + method);
  sql += fmt::format(" ({})", fmt::join(elements, ", "));
  if (method == "btree" && pen.flag("included", 8))
    sql += fmt::format(" INCLUDE ({})", names_of(some_of(pen, "include", table->columns, 1, 1)));
  if (unique && pen.scene().version >= 150000 && pen.flag("nulls", 6)) sql += " NULLS NOT DISTINCT";
  if (pen.flag("options", 8) && method != "gin")
    sql += method == "brin" ? " WITH (pages_per_range=64)" : " WITH (fillfactor=60)";
  if (pen.flag("where", 4))
    sql += fmt::format(" WHERE {}", condition(pen, "where", table->columns, "", Use::immutable));
  pen.say(sql);
  if (!name.empty()) {
    const std::string index = in(table->schema, name);
    pen.comment("INDEX " + index);
    if (method == "btree" && !partitioned && table->sort == "table" && pen.flag("cluster", 12) &&
        sql.find(" WHERE ") == std::string::npos &&
        pen.scene().taken.insert(fmt::format("cluster {}", table->uid)).second)
      pen.add(fmt::format("ALTER TABLE {} CLUSTER ON {}", table->sql, quoted(name)));
  }
  return true;
}

bool write_statistics(Pen& pen) {
  const auto usable = [](const Made& made) {
    Columns found;
    for (const Column& column : made.columns)
      if (column.type.ordered && !column.generated) found.push_back(column);
    return found;
  };
  const Made* table = pen.pick("table", [&](const Made& made) {
    return (made.sort == "table" || made.sort == "materialized view") && usable(made).size() >= 2;
  });
  if (table == nullptr) return false;
  Made made = pen.fresh("statistics", "st", "statistics");
  const Columns columns = some_of(pen, "column", usable(*table), 2, 4);
  const std::string kinds = pen.choose("kinds", {"", " (ndistinct)", " (dependencies, mcv)", " (mcv)"}, 2);
  pen.say(fmt::format("CREATE STATISTICS {}{} ON {} FROM {}", made.sql, kinds, names_of(columns), table->sql));
  if (pen.flag("target", 6)) pen.add(fmt::format("ALTER STATISTICS {} SET STATISTICS 50", made.sql));
  pen.dress(made, "STATISTICS", {});
  return true;
}

}  // namespace trueup::random
