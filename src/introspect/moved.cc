#include "introspect/moved.h"

#include <array>
#include <string_view>

namespace trueup::introspect {

namespace {

// Relations of the schemas that are read, and every row that says something of them. Temporary tables, which come and
// go all the time, are not among them.
constexpr std::string_view relations =
    "WITH r AS MATERIALIZED (SELECT oid, xmin AS x FROM pg_class WHERE relpersistence <> 't' AND relnamespace = ANY "
    "($schemas)) SELECT string_agg(n || ' ' || s, ',') FROM (SELECT count(*) n, sum(hashtext(x::text)::bigint) s FROM "
    "r";

constexpr std::array<std::string_view, 16> others = {
    "pg_attribute c JOIN r ON r.oid = c.attrelid",
    "pg_attrdef c JOIN r ON r.oid = c.adrelid",
    "pg_index c JOIN r ON r.oid = c.indexrelid",
    "pg_rewrite c JOIN r ON r.oid = c.ev_class",
    "pg_trigger c JOIN r ON r.oid = c.tgrelid",
    "pg_policy c JOIN r ON r.oid = c.polrelid",
    "pg_constraint c WHERE connamespace = ANY ($schemas)",
    "pg_type c WHERE typnamespace = ANY ($schemas)",
    "pg_proc c WHERE pronamespace = ANY ($schemas)",
    "pg_publication c WHERE true",
    "pg_publication_rel c WHERE true",
    "pg_foreign_data_wrapper c WHERE true",
    "pg_foreign_server c WHERE true",
    "pg_foreign_table c WHERE true",
    "pg_subscription c WHERE true",
    "pg_namespace c WHERE nspname !~ '^pg_temp|^pg_toast_temp'",
};

std::string checksum_query() {
  std::string query(relations);
  for (const std::string_view rows : others)
    query.append(" UNION ALL SELECT count(*), sum(hashtext(c.xmin::text)::bigint) FROM ").append(rows);
  return query + ") c";
}

Result<std::string> ask(db::Connection& connection, const std::string& query) {
  const Result<db::Rows> rows = connection.run(query);
  if (!rows) return rows.error();
  return rows->text(0, 0);
}

// No transaction was under way when the snapshot was taken, and none has got a number since: age() counts from the
// number that comes next now.
constexpr const char* quiet_query =
    "SELECT pg_snapshot_xmin(s) = pg_snapshot_xmax(s) AND age(pg_snapshot_xmax(s)::xid) = 0 FROM pg_current_snapshot() "
    "s";

}  // namespace

Result<CatalogMark> catalog_mark(db::Connection& connection, const std::string& schemas) {
  const Result<std::string> quiet = ask(connection, quiet_query);
  if (!quiet) return quiet.error();
  CatalogMark mark;
  if (*quiet == "t") return mark;
  mark.query = with_schemas(checksum_query(), schemas);
  Result<std::string> rows = ask(connection, mark.query);
  if (!rows) return rows.error();
  mark.rows = std::move(*rows);
  return mark;
}

Result<bool> has_moved(db::Connection& connection, const CatalogMark& mark) {
  if (mark.rows.empty()) return false;
  const Result<std::string> rows = ask(connection, mark.query);
  if (!rows) return rows.error();
  return *rows != mark.rows;
}

std::string with_schemas(std::string query, const std::string& schemas) {
  constexpr std::string_view placeholder = "$schemas";
  const std::string value = schemas + "::oid[]";
  for (std::size_t at = query.find(placeholder); at != std::string::npos; at = query.find(placeholder, at))
    query.replace(at, placeholder.size(), value);
  return query;
}

}  // namespace trueup::introspect
