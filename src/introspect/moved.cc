#include "introspect/moved.h"

#include <array>

namespace trueup::introspect {

namespace {

constexpr std::array<std::string_view, 12> catalogs = {"pg_namespace",  "pg_class",   "pg_attribute", "pg_attrdef",
                                                       "pg_constraint", "pg_index",   "pg_type",      "pg_enum",
                                                       "pg_proc",       "pg_rewrite", "pg_trigger",   "pg_policy"};

std::string checksum_query() {
  std::string query = "SELECT string_agg(n || ' ' || s, ',') FROM (";
  for (const std::string_view catalog : catalogs) {
    if (catalog != catalogs.front()) query += " UNION ALL ";
    query.append("SELECT count(*) n, coalesce(sum(hashoid(xmin::text::bigint::oid)::bigint), 0) s FROM ");
    query.append(catalog);
    // Rows of the system and of temporary tables do not matter; of the latter the columns alone are counted.
    if (catalog == "pg_class") query += " WHERE relpersistence <> 't' AND oid >= 16384";
    if (catalog == "pg_attribute") query += " WHERE attrelid >= 16384";
    if (catalog == "pg_proc") query += " WHERE oid >= 16384";
  }
  return query + ") c";
}

Result<std::string> ask(db::Connection& connection, const std::string& query) {
  const Result<db::Rows> rows = connection.run(query);
  if (!rows) return rows.error();
  return rows->text(0, 0);
}

constexpr const char* snapshot_query = "SELECT pg_current_snapshot()";

}  // namespace

Result<CatalogMark> catalog_mark(db::Connection& connection) {
  Result<std::string> snapshot = ask(connection, snapshot_query);
  if (!snapshot) return snapshot.error();
  Result<std::string> rows = ask(connection, checksum_query());
  if (!rows) return rows.error();
  return CatalogMark{.snapshot = std::move(*snapshot), .rows = std::move(*rows)};
}

Result<bool> has_moved(db::Connection& connection, const CatalogMark& mark) {
  // No transaction has begun to write since: nothing can have moved.
  const Result<std::string> snapshot = ask(connection, snapshot_query);
  if (!snapshot) return snapshot.error();
  if (*snapshot == mark.snapshot) return false;
  const Result<std::string> rows = ask(connection, checksum_query());
  if (!rows) return rows.error();
  return *rows != mark.rows;
}

}  // namespace trueup::introspect
