#include "introspect/attributes.h"
#include "introspect/reference.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// The cast between a range type and its multirange comes and goes with them.
std::string cast_query(const Context&) {
  return "SELECT c.oid, format_type(c.castsource, NULL), format_type(c.casttarget, NULL), c.castmethod, " +
         routine_column("c.castfunc") +
         ", c.castcontext FROM pg_cast c WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend d WHERE "
         "d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')";
}

std::string method(char letter) { return letter == 'b' ? "binary" : letter == 'i' ? "inout" : "function"; }
std::string context_of(char letter) { return letter == 'i' ? "implicit" : letter == 'a' ? "assignment" : "explicit"; }

void fold_casts(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_cast, oid)) continue;
    Object object{.id = {.kind = Kind::cast, .name = row.text(), .signature = row.text()}};
    Cast cast{.method = method(row.character()), .function = read_routine(row)};
    cast.context = context_of(row.character());
    object.payload = std::move(cast);
    context.add({pg_cast, oid, 0}, std::move(object));
  }
}

std::string transform_query(const Context&) {
  return "SELECT t.oid, format_type(t.trftype, NULL), l.lanname, " + routine_column("t.trffromsql") + ", " +
         routine_column("t.trftosql") +
         " FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang WHERE t.oid >= 16384";
}

void fold_transforms(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_transform, oid)) continue;
    Object object{.id = {.kind = Kind::transform, .name = row.text(), .signature = row.text()}};
    Transform transform{.from_sql = read_routine(row)};
    transform.to_sql = read_routine(row);
    object.payload = std::move(transform);
    context.add({pg_transform, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step cast_step = {.what = "casts", .query = cast_query, .fold = fold_casts};
const Step transform_step = {.what = "transforms", .query = transform_query, .fold = fold_transforms};

}  // namespace trueup::introspect
