#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// Every kind of object that the model has no place for, as (catalog, row). Objects below 16384 are the system's.
constexpr std::string_view objects = R"(SELECT 'pg_am'::regclass, oid FROM pg_am WHERE oid >= 16384)";

// Not objects of their own, but said of objects.
constexpr std::string_view properties = R"(
  SELECT 'setting of the database', array_to_string(setconfig, ', ') ||
    coalesce(' for role ' || quote_ident(pg_get_userbyid(nullif(setrole, 0))), '')
    FROM pg_db_role_setting WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()))";

// Left out are members of extensions, and what comes and goes with another object (the cast of a range type).
std::string query(const Context&) {
  return "SELECT i.type, i.identity FROM (" + std::string(objects) +
         ") o (catalog, oid) CROSS JOIN LATERAL pg_identify_object(o.catalog, o.oid, 0) i WHERE NOT EXISTS "
         "(SELECT FROM pg_depend d WHERE d.classid = o.catalog AND d.objid = o.oid AND d.objsubid = 0 AND "
         "d.deptype IN ('e', 'i')) AND i.type IS NOT NULL UNION ALL " +
         std::string(properties) + " ORDER BY 1, 2";
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const std::string type = row.text();
    context.warn_not_managed(type + " " + row.text());
  }
}

}  // namespace

const Step unmanaged_step = {.what = "what is not managed", .query = query, .fold = fold};

}  // namespace trueup::introspect
