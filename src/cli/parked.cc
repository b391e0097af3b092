#include "cli/parked.h"

#include <fmt/format.h>

#include <algorithm>
#include <ctime>
#include <nlohmann/json.hpp>

#include "base/quote.h"
#include "model/parked.h"

namespace trueup::cli {

namespace {

// A column's share of its table: what the server's statistics say of it.
constexpr std::string_view query = R"(
SELECT c.relkind, n.nspname, c.relname, a.attname, substr(d.description, {1}), extract(epoch FROM now())::bigint,
       CASE WHEN c.relkind = 'S' OR c.reltuples < 0 THEN NULL ELSE c.reltuples::bigint END,
       CASE WHEN a.attname IS NULL THEN pg_total_relation_size(c.oid)
            ELSE (c.reltuples * (1 - s.null_frac) * s.avg_width)::bigint END
FROM pg_description d JOIN pg_class c ON c.oid = d.objoid JOIN pg_namespace n ON n.oid = c.relnamespace
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.objsubid AND d.objsubid > 0
     LEFT JOIN pg_stats s ON s.schemaname = n.nspname AND s.tablename = c.relname AND s.attname = a.attname
WHERE d.classoid = 'pg_class'::regclass AND starts_with(d.description, {0}) AND
      CASE WHEN d.objsubid = 0 THEN n.nspname = {2} AND c.relkind IN ('r', 'S')
           ELSE starts_with(a.attname, {3}) AND NOT a.attisdropped AND c.relkind = 'r' END)";

/// The seconds since 1970 of "2026-11-20T19:30:30Z"; nullopt for any other text.
std::optional<std::time_t> seconds_of(const std::string& at) {
  std::tm parts{};
  const char* end = strptime(at.c_str(), "%Y-%m-%dT%H:%M:%SZ", &parts);
  if (end == nullptr || *end != '\0') return std::nullopt;
  return timegm(&parts);
}

std::optional<long long> number(const db::Rows& rows, std::size_t row, int column) {
  return rows.at(row, column) ? std::optional(rows.integer(row, column)) : std::nullopt;
}

std::string drop_statement(const std::string& kind, const std::string& relation, const db::Rows::Value& column) {
  if (column) return fmt::format("ALTER TABLE {} DROP COLUMN {}", relation, quote_identifier(*column));
  return fmt::format("DROP {} {}", kind == "S" ? "SEQUENCE" : "TABLE", relation);
}

/// nullopt for a comment that begins like trueup's and is none.
std::optional<ParkedThing> thing_of(const db::Rows& rows, std::size_t row) {
  const auto said = nlohmann::json::parse(rows.text(row, 4), nullptr, false);
  if (!said.is_object() || !said.contains("origin") || !said["origin"].is_string() || !said.contains("at") ||
      !said["at"].is_string())
    return std::nullopt;
  ParkedThing thing{
      .origin = said["origin"], .place = qualified(rows.text(row, 1), rows.text(row, 2)), .at = said["at"]};
  const auto since = seconds_of(thing.at);
  if (!since) return std::nullopt;
  thing.age = static_cast<double>(rows.integer(row, 5)) - static_cast<double>(*since);
  thing.rows = number(rows, row, 6);
  thing.bytes = number(rows, row, 7);
  thing.drop = drop_statement(rows.text(row, 0), thing.place, rows.at(row, 3));
  if (rows.at(row, 3)) thing.place += "." + quote_identifier(*rows.at(row, 3));
  return thing;
}

}  // namespace

Result<std::vector<ParkedThing>> read_parked(db::Connection& connection) {
  const auto rows = connection.run(fmt::format(fmt::runtime(query), quote_literal(parked_mark), parked_mark.size() + 1,
                                               quote_literal(parked_schema), quote_literal(parked_column_prefix)));
  if (!rows) return rows.error();
  std::vector<ParkedThing> things;
  for (std::size_t row = 0; row < rows->size(); ++row)
    if (auto thing = thing_of(*rows, row)) things.push_back(std::move(*thing));
  std::sort(things.begin(), things.end(), [](const ParkedThing& a, const ParkedThing& b) {
    return std::tie(a.at, a.origin, a.place) < std::tie(b.at, b.origin, b.place);
  });
  return things;
}

}  // namespace trueup::cli
