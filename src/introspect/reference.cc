#include "introspect/reference.h"

namespace trueup::introspect {

std::string routine_column(std::string_view oid) {
  return "(SELECT ARRAY[fn.nspname, f.proname, coalesce((SELECT string_agg(format_type(a.type, NULL), ',' ORDER BY "
         "a.n) "
         "FROM unnest(f.proargtypes) WITH ORDINALITY a(type, n)), '')]::text[] FROM pg_proc f "
         "JOIN pg_namespace fn ON fn.oid = f.pronamespace WHERE f.oid = " +
         std::string(oid) + ")";
}

std::string operator_column(std::string_view oid) {
  return "(SELECT ARRAY[fn.nspname, f.oprname, CASE WHEN f.oprleft = 0 THEN 'NONE' ELSE format_type(f.oprleft, NULL) "
         "END || ',' || CASE WHEN f.oprright = 0 THEN 'NONE' ELSE format_type(f.oprright, NULL) END]::text[] "
         "FROM pg_operator f JOIN pg_namespace fn ON fn.oid = f.oprnamespace WHERE f.oid = " +
         std::string(oid) + ")";
}

static std::optional<ObjectId> read(Row& row, Kind kind) {
  std::vector<std::string> parts = row.array();
  if (parts.size() != 3) return std::nullopt;
  return ObjectId{.kind = kind,
                  .schema = std::move(parts[0]),
                  .parent = {},
                  .name = std::move(parts[1]),
                  .signature = std::move(parts[2])};
}

std::optional<ObjectId> read_routine(Row& row) { return read(row, Kind::function); }
std::optional<ObjectId> read_nameable(Row& row) {
  std::optional<ObjectId> id = read_routine(row);
  if (id && id->schema == "pg_catalog") id->signature.clear();
  return id;
}
std::optional<ObjectId> read_operator(Row& row) { return read(row, Kind::sql_operator); }

}  // namespace trueup::introspect
