#include <fmt/format.h>

#include <algorithm>

#include "random/expression.h"
#include "random/pieces/pieces.h"

namespace trueup::random {

namespace {

/// "CONSTRAINT name ", or "" where the server is to find one.
std::string named(Pen& pen, const Made& table, std::string_view base) {
  if (pen.flag("unnamed", 3)) return {};
  // Its index has a name among the relations.
  return fmt::format("CONSTRAINT {} ", quoted(pen.name(base, "check ", fmt::format("rel {} ", table.schema))));
}

std::string deferrable(Pen& pen) {
  return pen.choose("deferrable", {"", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED"}, 6);
}

Columns ordered(const Columns& columns) {
  Columns found;
  for (const Column& column : columns)
    if (column.type.ordered) found.push_back(column);
  return found;
}

/// Columns for something unique on `table`: those of the partition keys, here and above, are part of it.
Columns unique_columns(Pen& pen, const Made& table) {
  Columns columns = some_of(pen, "column", ordered(table.columns), 1, 3);
  for (const Column& key : table.columns)
    if (key.key &&
        std::none_of(columns.begin(), columns.end(), [&](const Column& column) { return column.name == key.name; }))
      columns.push_back(key);
  return columns;
}

}  // namespace

bool write_key(Pen& pen) {
  Made* table =
      pen.pick("table", [](const Made& made) { return made.sort == "table" && !ordered(made.columns).empty(); });
  if (table == nullptr) return false;
  bool primary = !pen.flag("unique", 2);
  bool below = false;
  each_below(pen.scene(), *table, [&](const Made& made) {
    primary = primary && !made.primary_key;
    below = below || (made.uid != table->uid && !made.strategy.empty());
  });
  const Columns columns = unique_columns(pen, *table);
  // A partition that is partitioned again wants its own key columns in it, too.
  if (below || columns.size() > 8) return false;
  if (!claims_index(pen.scene(), *table)) return false;
  std::string element = named(pen, *table, primary ? "pk" : "uq");
  element += primary ? "PRIMARY KEY" : "UNIQUE";
  if (!primary && pen.scene().version >= 150000 && pen.flag("nulls", 6)) element += " NULLS NOT DISTINCT";
  element += fmt::format(" ({})", names_of(columns));
  if (const Columns more = some_of(pen, "include", ordered(table->columns), 0, 1);
      !more.empty() && pen.flag("included", 6))
    element += fmt::format(" INCLUDE ({})", names_of(more));
  if (pen.flag("fillfactor", 10)) element += " WITH (fillfactor=80)";
  const std::string later = deferrable(pen);
  add_element(pen, *table, element + later);
  each_below(pen.scene(), *table, [&](Made& made) {
    if (made.uid != table->uid && !made.marks.contains("partition")) return;  // children inherit no keys
    made.primary_key = made.primary_key || primary;
    if (later.empty()) made.keys.push_back({columns});
  });
  return true;
}

bool write_check(Pen& pen) {
  const Made* table = pen.pick("table", [](const Made& made) {
    return (made.sort == "table" || made.sort == "foreign table") && !made.columns.empty();
  });
  if (table == nullptr) return false;
  const std::string test = condition(pen, "test", table->columns, "", Use::immutable);
  std::string name;
  if (!pen.flag("unnamed", 3)) name = pen.name("ck", "check ");
  std::string element = fmt::format("{}CHECK ({})", name.empty() ? "" : "CONSTRAINT " + quoted(name) + " ", test);
  if (table->strategy.empty() && pen.flag("no inherit", 10)) element += " NO INHERIT";
  const bool not_valid = pen.flag("not valid", 8);
  add_element(pen, *table, element + (not_valid ? " NOT VALID" : ""), !not_valid);
  if (!name.empty()) pen.comment(fmt::format("CONSTRAINT {} ON {}", quoted(name), table->sql));
  return true;
}

bool write_exclusion(Pen& pen) {
  const auto plain = [](const Column& column) {
    return column.type.ordered && column.type.category != 'c' && column.type.category != 'a';
  };
  const Made* table = pen.pick("table", [&](const Made& made) {
    return made.sort == "table" && made.strategy.empty() &&
           std::any_of(made.columns.begin(), made.columns.end(), plain);
  });
  if (table == nullptr) return false;
  Columns candidates;
  for (const Column& column : table->columns)
    if (plain(column)) candidates.push_back(column);
  const Column column = some_of(pen, "column", candidates, 1, 1)[0];
  const bool range = column.type.category == 'r' && pen.flag("gist", 1);
  std::string element = fmt::format("{}EXCLUDE USING {} ({} WITH {})", named(pen, *table, "ex"),
                                    range ? "gist" : "btree", quoted(column.name), range ? "&&" : "=");
  if (pen.flag("where", 4))
    element += fmt::format(" WHERE ({})", condition(pen, "where", table->columns, "", Use::immutable));
  add_element(pen, *table, element + deferrable(pen));
  return true;
}

bool write_foreign_key(Pen& pen) {
  Made* to = pen.pick("to", [](const Made& made) { return !made.keys.empty(); });
  if (to == nullptr) return false;
  const UniqueKey& key = to->keys[pen.number("key", 0, to->keys.size() - 1)];
  const auto partners = [&](const Made& made, const Column& wanted) {
    Columns found;
    for (const Column& column : made.columns)
      // Arrays of domains, and domains of arrays, make the server's own check of the key fail.
      if (column.type.text == wanted.type.text && !column.generated && column.type.category != 'a')
        found.push_back(column);
    return found;
  };
  Made* from = pen.pick("from", [&](const Made& made) {
    if (made.sort != "table" || (to->marks.contains("unlogged") && !made.marks.contains("unlogged"))) return false;
    return std::all_of(key.columns.begin(), key.columns.end(),
                       [&](const Column& column) { return !partners(made, column).empty(); });
  });
  if (from == nullptr) return false;
  // Within one partitioned tree the server names the parts of foreign keys as it finds them, and the plan has no order
  // for them yet (see expected_red.txt).
  const auto root_of = [&](Made& made) {
    const Made* root = &made;
    each_above(pen.scene(), made, [&](const Made& above) { root = &above; });
    return root;
  };
  if (!root_of(*to)->strategy.empty() && root_of(*from) == root_of(*to)) return false;
  Columns columns;
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const Column column = some_of(pen, fmt::format("column {}", i), partners(*from, key.columns[i]), 1, 1)[0];
    if (std::any_of(columns.begin(), columns.end(), [&](const Column& other) { return other.name == column.name; }))
      return false;
    columns.push_back(column);
  }
  std::string name;
  if (!pen.flag("unnamed", 3)) name = pen.name("fk", "check ");
  static const std::vector<std::string> actions = {"", "CASCADE", "SET NULL", "RESTRICT", "SET DEFAULT", "NO ACTION"};
  std::string element =
      fmt::format("{}FOREIGN KEY ({}) REFERENCES {} ({})", name.empty() ? "" : "CONSTRAINT " + quoted(name) + " ",
                  names_of(columns), to->sql, names_of(key.columns));
  if (pen.flag("match full", 8)) element += " MATCH FULL";
  if (const std::string action = pen.choose("on update", actions, 4); !action.empty())
    element += " ON UPDATE " + action;
  if (const std::string action = pen.choose("on delete", actions, 3); !action.empty())
    element += " ON DELETE " + action;
  element += deferrable(pen);
  const bool not_valid =
      from->strategy.empty() && to->strategy.empty() && !from->marks.contains("partition") && pen.flag("not valid", 8);
  add_element(pen, *from, element + (not_valid ? " NOT VALID" : ""), !not_valid);
  if (!name.empty()) pen.comment(fmt::format("CONSTRAINT {} ON {}", quoted(name), from->sql));
  return true;
}

}  // namespace trueup::random
