#include <fmt/format.h>

#include "base/quote.h"
#include "ddl/parking.h"
#include "ddl/text.h"
#include "model/parked.h"

namespace trueup::ddl {

namespace {

constexpr std::string_view gone = R"(
  SELECT pg_catalog.string_agg(p.origin, ', ') INTO missing FROM (VALUES {}) AS p (origin, relation, part)
  WHERE NOT EXISTS (
    SELECT FROM pg_catalog.pg_description d LEFT JOIN pg_catalog.pg_attribute a
      ON a.attrelid = d.objoid AND a.attnum = d.objsubid AND d.objsubid <> 0
    WHERE d.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass AND d.objoid = pg_catalog.to_regclass(p.relation)
      AND a.attname IS NOT DISTINCT FROM p.part AND pg_catalog.starts_with(d.description, {}));
  IF missing IS NOT NULL THEN
    RAISE EXCEPTION 'what was parked is gone: %', missing
      USING HINT = 'it was purged, or moved by hand: its rows can only come from a backup; nothing was changed';
  END IF;)";

constexpr std::string_view empty = R"(
  IF EXISTS (SELECT FROM {} WHERE {} IS NULL) THEN
    RAISE EXCEPTION '% takes no NULL, and rows were added while it was parked', {}
      USING HINT = {};
  END IF;)";

/// A row of VALUES: what it was, the relation to look for, and the column in it.
std::string row(const Parked& one) {
  const bool is_column = one.origin.kind == Kind::column;
  return fmt::format("({}, {}, {})", quote_literal(to_string(one.origin)),
                     quote_literal(is_column ? sql_parent(one.parked) : sql_name(one.parked)),
                     is_column ? quote_literal(one.parked.name) + "::pg_catalog.name" : "NULL");
}

}  // namespace

Statement check_parked(const std::vector<Parked>& all) {
  std::vector<std::string> rows;
  for (const Parked& one : all) rows.push_back(row(one));
  std::string body = "\nDECLARE\n  missing pg_catalog.text;\nBEGIN";
  body += fmt::format(gone, join(rows), quote_literal(parked_mark));
  for (const Parked& one : all) {
    if (!one.needs_values) continue;
    const std::string table = sql_parent(one.parked);
    const std::string name = sql_name(one.parked);
    body += fmt::format(empty, table, name, quote_literal(to_string(one.origin)),
                        quote_literal(fmt::format("give them a value first: UPDATE {} SET {} = … WHERE {} IS NULL; "
                                                  "nothing was changed",
                                                  table, name, name)));
  }
  return statement("DO " + dollar_quote(body + "\nEND\n"));
}

}  // namespace trueup::ddl
