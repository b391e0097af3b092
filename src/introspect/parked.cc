#include "introspect/parked.h"

#include "base/quote.h"
#include "model/parked.h"

namespace trueup::introspect {

Result<std::set<ObjectId>> read_parked(db::Connection& connection) {
  const Result<db::Rows> rows = connection.run(
      "SELECT n.nspname, c.relname, NULL FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = "
      "c.relnamespace WHERE n.nspname = " +
      quote_literal(parked_schema) +
      " UNION ALL SELECT n.nspname, c.relname, a.attname FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON "
      "c.oid = a.attrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace WHERE NOT a.attisdropped AND "
      "c.relkind IN ('r', 'p', 'f') AND pg_catalog.starts_with(a.attname, " +
      quote_literal(parked_column_prefix) + ")");
  if (!rows) return rows.error();
  std::set<ObjectId> parked;
  for (std::size_t row = 0; row < rows->size(); ++row) {
    const std::string schema = rows->text(row, 0);
    const std::string relation = rows->text(row, 1);
    const db::Rows::Value column = rows->at(row, 2);
    parked.insert(column ? column_id(schema, relation, *column) : table_id(schema, relation));
  }
  return parked;
}

}  // namespace trueup::introspect
