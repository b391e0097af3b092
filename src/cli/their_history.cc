#include "cli/their_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/quote.h"

namespace trueup::cli {

namespace {

/// Tables with the names of history tables, each with its columns.
using Columns = std::map<std::string, std::pair<std::string, std::set<std::string, std::less<>>>>;

Result<Columns> candidates(db::Connection& connection) {
  std::string names;
  for (const migrations::HistoryTable& kind : migrations::history_tables())
    names += (names.empty() ? "" : ", ") + quote_literal(kind.table);
  const auto rows = connection.run(fmt::format(
      "SELECT n.nspname, c.relname, a.attname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = "
      "c.relnamespace JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
      "WHERE c.relkind IN ('r', 'p') AND c.relname IN ({}) AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1, 2, 3",
      names));
  if (!rows) return rows.error();
  Columns found;
  for (std::size_t i = 0; i < rows->size(); ++i) {
    auto& [name, columns] = found[qualified(rows->text(i, 0), rows->text(i, 1))];
    name = rows->text(i, 1);
    columns.insert(rows->text(i, 2));
  }
  return found;
}

bool fits(const migrations::HistoryTable& kind, const std::string& name,
          const std::set<std::string, std::less<>>& columns) {
  const auto has = [&](std::string_view column) { return columns.contains(column); };
  return kind.table == name && std::all_of(kind.columns.begin(), kind.columns.end(), has) &&
         std::none_of(kind.without.begin(), kind.without.end(), has);
}

}  // namespace

Result<std::vector<TheirHistory>> read_their_histories(db::Connection& connection) {
  const auto tables = candidates(connection);
  if (!tables) return tables.error();
  std::vector<TheirHistory> all;
  for (const auto& [table, what] : *tables) {
    const auto& [name, columns] = what;
    for (const migrations::HistoryTable& kind : migrations::history_tables()) {
      if (!fits(kind, name, columns)) continue;
      const auto rows = connection.run(fmt::format(fmt::runtime(kind.query), table));
      if (!rows) return rows.error();
      TheirHistory history{.kind = &kind, .table = table, .rows = {}};
      for (std::size_t i = 0; i < rows->size(); ++i)
        history.rows.push_back(
            {.version = rows->text(i, 0), .description = rows->text(i, 1), .fine = rows->boolean(i, 2)});
      all.push_back(std::move(history));
    }
  }
  return all;
}

}  // namespace trueup::cli
