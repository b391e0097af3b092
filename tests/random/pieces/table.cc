#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "random/expression.h"
#include "random/pieces/pieces.h"

namespace trueup::random {

namespace {

/// PARTITION BY, over own columns that are made for it: they must be there from the beginning.
std::string partition_key(Pen& pen, Made& table, std::vector<std::string>& elements) {
  table.strategy = pen.choose("strategy", {"", "list", "range", "hash"}, 4);
  if (table.strategy.empty()) return {};
  const std::string categories = table.strategy == "hash" ? "i" : "";
  Columns key;
  for (std::size_t i = 0, n = table.strategy == "range" ? pen.number("keys", 1, 2) : 1; i < n; ++i) {
    Column column{.name = fmt::format("k{}", i), .type = builtin_types()[0], .key = true};
    if (pen.flag(fmt::format("text key {}", i), 4)) column.type = builtin_types()[1];
    elements.push_back(fmt::format("{} {}{}", column.name, column.type.text,
                                   pen.flag(fmt::format("key {} not null", i), 3) ? " NOT NULL" : ""));
    key.push_back(column);
    table.columns.push_back(std::move(column));
  }
  return fmt::format(" PARTITION BY {} ({})", table.strategy, names_of(key));
}

std::string storage(Pen& pen) {
  const std::string options = pen.choose("options",
                                         {"", "fillfactor=70", "autovacuum_enabled=false",
                                          "fillfactor='90', autovacuum_vacuum_threshold=60", "parallel_workers=4"},
                                         6);
  return options.empty() ? "" : fmt::format(" WITH ({})", options);
}

/// What is said about every table once it is there.
void say_more(Pen& pen, Made& table) {
  pen.dress(table, "TABLE", table_privileges());
  if (pen.gives_owner()) table.marks.insert("owned");
  if (pen.flag("row security", 8)) pen.add(fmt::format("ALTER TABLE {} ENABLE ROW LEVEL SECURITY", table.sql));
  if (pen.flag("force row security", 16)) pen.add(fmt::format("ALTER TABLE {} FORCE ROW LEVEL SECURITY", table.sql));
  if (const std::string identity = pen.choose("replica identity", {"", "FULL", "NOTHING"}, 8); !identity.empty())
    pen.add(fmt::format("ALTER TABLE {} REPLICA IDENTITY {}", table.sql, identity));
}

/// A bound that no other partition of `parent` has taken; "" where there is none left.
std::string bound(Pen& pen, const Made& parent) {
  const std::string space = fmt::format("bound {} ", parent.uid);
  std::vector<std::string> free;
  const auto offer = [&](std::string text) {
    if (!pen.scene().taken.contains(space + text)) free.push_back(std::move(text));
  };
  Columns key;
  for (const Column& column : parent.columns)
    if (column.key && column.name.starts_with(parent.marks.contains("second level") ? "n" : "k")) key.push_back(column);
  const auto constant = [](const Column& column, int i) {
    return column.type.category == 's' ? fmt::format("'{}'", static_cast<char>('a' + i)) : std::to_string(i * 10);
  };
  for (int i = 0; i < 5; ++i) {
    if (parent.strategy == "hash") {
      offer(fmt::format("FOR VALUES WITH (MODULUS 5, REMAINDER {})", i));
    } else if (parent.strategy == "list") {
      offer(fmt::format("FOR VALUES IN ({}, {})", constant(key[0], 2 * i), constant(key[0], 2 * i + 1)));
    } else {
      std::vector<std::string> from;
      std::vector<std::string> to;
      for (const Column& column : key) {
        from.push_back(from.empty() ? constant(column, i) : "MINVALUE");
        to.push_back(to.empty() ? constant(column, i + 1) : "MINVALUE");
      }
      offer(fmt::format("FOR VALUES FROM ({}) TO ({})", fmt::join(from, ", "), fmt::join(to, ", ")));
    }
  }
  if (parent.strategy != "hash") offer("DEFAULT");
  if (free.empty()) return {};
  std::string chosen = pen.choose("bound", free);
  pen.scene().taken.insert(space + chosen);
  return chosen;
}

}  // namespace

const std::vector<std::string>& table_privileges() {
  static const std::vector<std::string> all = {"SELECT", "INSERT, UPDATE", "DELETE", "TRUNCATE, REFERENCES", "TRIGGER"};
  return all;
}

bool claims_index(Scene& scene, Made& table) {
  bool above = false;
  if (table.marks.contains("partition"))
    each_above(scene, table,
               [&](const Made& made) { above = above || (made.uid != table.uid && made.marks.contains("indexed")); });
  if (!above) table.marks.insert("indexed");
  return !above;
}

void add_element(Pen& pen, const Made& table, const std::string& element, bool inline_allowed) {
  Scene& scene = pen.scene();
  if (inline_allowed && scene.open_table == table.uid && !pen.flag("~apart", 3)) {
    scene.said.back().elements.push_back(element);
    return;
  }
  pen.say(fmt::format("ALTER {}TABLE {} ADD {}", table.sort == "foreign table" ? "FOREIGN " : "", table.sql, element));
}

bool write_table(Pen& pen) {
  Made table = pen.fresh("table", "t", "rel");
  std::vector<std::string> elements;
  const std::string by = partition_key(pen, table, elements);
  const bool unlogged = by.empty() && pen.flag("unlogged", 12);
  if (unlogged) table.marks.insert("unlogged");
  pen.say(fmt::format("CREATE {}TABLE {} (", unlogged ? "UNLOGGED " : "", table.sql));
  pen.scene().said.back().elements = elements;
  pen.scene().said.back().tail = by + (by.empty() ? storage(pen) : "");
  say_more(pen, table);
  pen.make(table);
  pen.scene().open_table = table.uid;
  return true;
}

bool write_partition(Pen& pen) {
  Made* parent = pen.pick("parent", [](const Made& made) { return !made.strategy.empty(); });
  if (parent == nullptr) return false;
  const std::string values = bound(pen, *parent);
  if (values.empty()) return false;
  Made table = pen.fresh("table", "part", "rel");
  table.marks.insert("partition");
  table.parent = parent->uid;
  table.columns = parent->columns;
  for (const UniqueKey& key : parent->keys) table.keys.push_back(key);
  table.primary_key = parent->primary_key;
  std::string by;
  // Partitioned again by a plain integer column, if there is one.
  const auto next = std::find_if(table.columns.begin(), table.columns.end(), [&](const Column& column) {
    return !column.key && !column.generated && column.type.text == "integer";
  });
  if (next != table.columns.end() && parent->keys.empty() && pen.flag("again", 3)) {
    table.strategy = "hash";
    by = fmt::format(" PARTITION BY hash ({})", quoted(next->name));
    next->key = true;
    table.marks.insert("key " + next->name);
  }
  const std::string options = by.empty() ? storage(pen) : "";
  if (pen.flag("attached", 4)) {
    std::vector<std::string> columns;
    pen.say(fmt::format("CREATE TABLE {} (LIKE {} INCLUDING GENERATED INCLUDING CONSTRAINTS){}{}", table.sql,
                        parent->sql, by, options));
    pen.add(fmt::format("ALTER TABLE {} ATTACH PARTITION {} {}", parent->sql, table.sql, values));
  } else {
    pen.say(fmt::format("CREATE TABLE {} PARTITION OF {} {}{}{}", table.sql, parent->sql, values, by, options));
  }
  say_more(pen, table);
  parent->children.push_back(table.uid);
  pen.make(std::move(table));
  return true;
}

bool write_child(Pen& pen) {
  const auto plain = [](const Made& made) {
    return made.sort == "table" && made.strategy.empty() && !made.marks.contains("partition") &&
           !made.marks.contains("unlogged") && !made.marks.contains("typed");
  };
  Made* parent = pen.pick("parent", plain);
  if (parent == nullptr) return false;
  Made table = pen.fresh("table", "child", "rel");
  table.parent = parent->uid;
  table.columns = parent->columns;
  pen.say(fmt::format("CREATE TABLE {} (", table.sql));
  pen.scene().said.back().tail = fmt::format(" INHERITS ({}){}", parent->sql, storage(pen));
  say_more(pen, table);
  parent->children.push_back(table.uid);
  pen.make(table);
  pen.scene().open_table = table.uid;
  return true;
}

bool write_typed_table(Pen& pen) {
  const Made* type = pen.pick("type", of_sort({"composite"}));
  if (type == nullptr) return false;
  Made table = pen.fresh("table", "typed", "rel");
  table.marks.insert("typed");
  table.columns = type->columns;
  pen.say(fmt::format("CREATE TABLE {} OF {}", table.sql, type->sql));
  say_more(pen, table);
  pen.make(std::move(table));
  return true;
}

}  // namespace trueup::random
