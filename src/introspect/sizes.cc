#include "introspect/sizes.h"

#include <string>

namespace trueup::introspect {

Result<Sizes> read_sizes(db::Connection& connection) {
  // A table that was never analyzed has no estimate: -1, before version 14 0.
  const Result<db::Rows> rows = connection.run(
      "SELECT n.nspname, c.relname, c.relkind, CASE WHEN c.reltuples > 0 THEN c.reltuples::bigint ELSE -1 END, "
      "coalesce(pg_catalog.pg_relation_size(c.oid), 0) FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON "
      "n.oid = c.relnamespace WHERE c.relkind IN ('r', 'm') AND c.relpersistence <> 't' AND n.nspname <> "
      "'pg_catalog' AND n.nspname <> 'information_schema'");
  if (!rows) return rows.error();
  Sizes sizes;
  for (std::size_t row = 0; row < rows->size(); ++row) {
    ObjectId id = table_id(rows->text(row, 0), rows->text(row, 1));
    if (rows->text(row, 2) == "m") id.kind = Kind::materialized_view;
    const bool empty = rows->integer(row, 4) == 0;
    sizes[id] = {.rows = empty ? 0.0 : static_cast<double>(rows->integer(row, 3)), .bytes = rows->integer(row, 4)};
  }
  return sizes;
}

}  // namespace trueup::introspect
