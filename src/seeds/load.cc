#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/quote.h"
#include "seeds/seeds.h"

namespace trueup::seeds {

namespace {

/// A table as the database has it.
struct Target {
  std::string name;                            ///< quoted, with its schema
  std::map<std::string, std::string> columns;  ///< name → "" or what it is: "identity" (ALWAYS), "generated"
  std::vector<std::vector<std::string>> keys;  ///< the primary key first
  std::set<std::string> uses;                  ///< the tables that its foreign keys refer to
};

Error at(const Row& row, const std::string& what, std::string hint = {}) {
  return {.message = fmt::format("{}:{}: {}; nothing was changed", row.file, row.line, what), .hint = std::move(hint)};
}

/// A name in a file, as SQL: "shop.orders" is a table of a schema, and one alone is of public.
std::string as_regclass(const std::string& table) {
  const std::size_t dot = table.find('.');
  if (dot == std::string::npos) return "public." + quote_identifier(table);
  return quote_identifier(table.substr(0, dot)) + "." + quote_identifier(table.substr(dot + 1));
}

Result<Target> target_of(db::Connection& connection, const std::string& table) {
  Target target{.name = as_regclass(table), .columns = {}, .keys = {}, .uses = {}};
  const std::string oid = fmt::format("pg_catalog.to_regclass({})", quote_literal(target.name));
  const auto columns =
      connection.run(fmt::format("SELECT attname, CASE WHEN attgenerated <> '' THEN 'generated' WHEN attidentity = 'a' "
                                 "THEN 'identity' ELSE '' END "
                                 "FROM pg_catalog.pg_attribute WHERE attrelid = {} AND attnum > 0 AND NOT attisdropped",
                                 oid));
  if (!columns) return columns.error();
  if (columns->empty())
    return Error{.message = fmt::format("there is no table {}; nothing was changed", target.name),
                 .hint = "apply the schema first, or name the file as the table is named (SCHEMA.TABLE.csv)"};
  for (std::size_t i = 0; i < columns->size(); ++i) target.columns[columns->text(i, 0)] = columns->text(i, 1);
  const auto keys = connection.run(fmt::format(
      "SELECT c.oid, a.attname FROM pg_catalog.pg_constraint c CROSS JOIN LATERAL pg_catalog.unnest(c.conkey) WITH "
      "ORDINALITY k (number, place) JOIN pg_catalog.pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.number "
      "WHERE c.conrelid = {} AND c.contype IN ('p', 'u') AND NOT c.condeferrable ORDER BY c.contype, c.oid, k.place",
      oid));
  if (!keys) return keys.error();
  for (std::size_t i = 0; i < keys->size(); ++i) {
    if (i == 0 || keys->text(i, 0) != keys->text(i - 1, 0)) target.keys.emplace_back();
    target.keys.back().push_back(keys->text(i, 1));
  }
  const auto uses = connection.run(
      fmt::format("SELECT pg_catalog.format('%I.%I', n.nspname, r.relname) FROM pg_catalog.pg_constraint c JOIN "
                  "pg_catalog.pg_class r ON r.oid = c.confrelid JOIN pg_catalog.pg_namespace n ON n.oid = "
                  "r.relnamespace WHERE c.conrelid = {} AND c.contype = 'f' AND c.confrelid <> c.conrelid",
                  oid));
  if (!uses) return uses.error();
  for (std::size_t i = 0; i < uses->size(); ++i) target.uses.insert(uses->text(i, 0));
  return target;
}

Result<std::map<std::string, Target>> targets_of(db::Connection& connection, const Seeds& seeds) {
  std::map<std::string, Target> targets;
  for (const TableRows& table : seeds.tables) {
    if (targets.contains(as_regclass(table.table))) continue;
    auto target = target_of(connection, table.table);
    if (!target) return target.error();
    targets.emplace(target->name, std::move(*target));
  }
  return targets;
}

/// Each table after those it refers to; ties by name.
Result<std::vector<std::string>> ordered(const std::map<std::string, Target>& targets) {
  std::vector<std::string> order;
  std::set<std::string> done;
  while (order.size() < targets.size()) {
    const std::size_t before = order.size();
    for (const auto& [name, target] : targets) {
      const bool ready = std::all_of(target.uses.begin(), target.uses.end(), [&](const std::string& used) {
        return done.contains(used) || !targets.contains(used);
      });
      if (ready && done.insert(name).second) order.push_back(name);
    }
    if (order.size() != before) continue;
    std::string circle;
    for (const auto& [name, target] : targets)
      if (!done.contains(name)) circle += (circle.empty() ? "" : ", ") + name;
    return Error{.message = fmt::format("these tables refer to each other: {}; nothing was changed", circle),
                 .hint = "put their rows into one *.sql file, in an order of your own"};
  }
  return order;
}

std::string list(const std::vector<std::string>& columns, std::string_view prefix = {}) {
  std::string text;
  for (const std::string& column : columns)
    text += (text.empty() ? "" : ", ") + std::string(prefix) + quote_identifier(column);
  return text;
}

/// The statement that inserts the row, or updates the one with its key unless it is the same.
Result<std::string> upsert(const Target& target, const Row& row) {
  bool overriding = false;
  for (const std::string& column : row.columns) {
    const auto known = target.columns.find(column);
    if (known == target.columns.end())
      return at(row, fmt::format("{} has no column {}", target.name, quote_identifier(column)), "is it spelt right?");
    if (known->second == "generated")
      return at(row, fmt::format("column {} of {} is generated", quote_identifier(column), target.name),
                "leave it out: the database computes it");
    overriding = overriding || known->second == "identity";
  }
  const auto states = [&](const std::vector<std::string>& key) {
    return std::all_of(key.begin(), key.end(), [&](const std::string& column) {
      return std::find(row.columns.begin(), row.columns.end(), column) != row.columns.end();
    });
  };
  const auto key = std::find_if(target.keys.begin(), target.keys.end(), states);
  if (key == target.keys.end())
    return at(
        row, fmt::format("the row states no key of {}: it could not be found again", target.name),
        "state the columns of its primary key or of a unique constraint; a table without one can have its rows in "
        "a *.sql file");
  std::vector<std::string> rest;
  for (const std::string& column : row.columns)
    if (std::find(key->begin(), key->end(), column) == key->end()) rest.push_back(column);
  const std::string columns = list(row.columns);
  std::string sql = fmt::format(
      "INSERT INTO {} AS held ({}) {}SELECT {} FROM pg_catalog.jsonb_populate_record(NULL::{}, {}::pg_catalog.jsonb) "
      "ON "
      "CONFLICT ({}) DO ",
      target.name, columns, overriding ? "OVERRIDING SYSTEM VALUE " : "", columns, target.name, quote_literal(row.json),
      list(*key));
  if (rest.empty()) return sql + "NOTHING RETURNING 'inserted'";
  // Compared as text, byte for byte: not every type has an operator for it.
  return sql + fmt::format(
                   "UPDATE SET ({0}) = ROW ({1}) WHERE ROW ({2})::pg_catalog.text <> ROW ({1})::pg_catalog.text "
                   "RETURNING CASE WHEN xmax = 0 THEN 'inserted' ELSE 'updated' END",
                   list(rest), list(rest, "excluded."), list(rest, "held."));
}

/// Sequences of columns whose numbers were given go on after the highest.
Result<void> move_sequences(db::Connection& connection, const Target& target) {
  for (const auto& [column, what] : target.columns) {
    const std::string sequence =
        fmt::format("pg_catalog.pg_get_serial_sequence({}, {})", quote_literal(target.name), quote_literal(column));
    const auto found = connection.run("SELECT " + sequence);
    if (!found) return found.error();
    const std::string name = found->text(0, 0);
    if (name.empty()) continue;
    const auto moved = connection.run(fmt::format(
        "SELECT pg_catalog.setval({0}, top) FROM (SELECT pg_catalog.max({1}) AS top FROM {2}) given, {3} s JOIN "
        "pg_catalog.pg_sequence q ON q.seqrelid = {0}::pg_catalog.regclass WHERE q.seqincrement > 0 AND top >= "
        "q.seqmin AND (top > s.last_value OR (top = s.last_value AND NOT s.is_called))",
        quote_literal(name), quote_identifier(column), target.name, name));
    if (!moved) return moved.error();
  }
  return {};
}

/// All but the transaction around it.
Result<Loaded> load_all(db::Connection& connection, const Seeds& seeds, const LoadOptions& options) {
  const auto targets = targets_of(connection, seeds);
  if (!targets) return targets.error();
  const auto order = ordered(*targets);
  if (!order) return order.error();
  if (options.clear)
    for (auto name = order->rbegin(); name != order->rend(); ++name)
      if (auto cleared = connection.run("DELETE FROM " + *name); !cleared) return cleared.error();
  Loaded loaded;
  std::size_t done = 0;
  for (const std::string& name : *order) {
    const Target& target = targets->at(name);
    for (const TableRows& table : seeds.tables) {
      if (as_regclass(table.table) != name) continue;
      for (const Row& row : table.rows) {
        const auto sql = upsert(target, row);
        if (!sql) return sql.error();
        const auto ran = connection.run(*sql);
        if (!ran) return at(row, ran.error().message, ran.error().hint);
        ++(ran->empty() ? loaded.same : ran->text(0, 0) == "inserted" ? loaded.inserted : loaded.updated);
        if (options.progress) options.progress(++done, seeds.rows());
      }
    }
    if (auto moved = move_sequences(connection, target); !moved) return moved.error();
  }
  for (const Script& script : seeds.scripts)
    if (auto ran = connection.run("SET LOCAL search_path = public; " + script.sql); !ran)
      return Error{.message = fmt::format("{}: {}; nothing was changed", script.file, ran.error().message),
                   .hint = "it runs as it is, each time: INSERT … ON CONFLICT … DO UPDATE makes it repeatable"};
  return loaded;
}

}  // namespace

Result<std::vector<std::string>> tables_in_order(db::Connection& connection, const Seeds& seeds) {
  const auto targets = targets_of(connection, seeds);
  if (!targets) return targets.error();
  return ordered(*targets);
}

Result<Loaded> load(db::Connection& connection, const Seeds& seeds, const LoadOptions& options) {
  if (auto begun = connection.run("BEGIN"); !begun) return begun.error();
  auto loaded = load_all(connection, seeds, options);
  if (!loaded) {
    (void)connection.run("ROLLBACK");
    return loaded;
  }
  if (auto committed = connection.run("COMMIT"); !committed) return committed.error();
  return loaded;
}

}  // namespace trueup::seeds
