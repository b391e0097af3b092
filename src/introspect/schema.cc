#include "introspect/attributes.h"
#include "introspect/steps.h"
#include "model/left_out.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) { return "SELECT oid, nspname, nspowner, nspacl FROM pg_namespace ORDER BY oid"; }

void fold(Context& context, const db::Rows& rows) {
  std::string oids;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const std::string name = row.text();
    context.schema_names[oid] = name;
    if (is_left_out_schema(name)) continue;
    oids += (oids.empty() ? "" : ",") + std::to_string(oid);
    if (context.is_member(pg_namespace, oid)) continue;  // what others put into an extension's schema is managed
    Object object{.id = {.kind = Kind::schema, .name = name}, .payload = Schema{}};
    read_owner_and_acl(context, row, object);
    context.add({pg_namespace, oid, 0}, std::move(object));
  }
  context.schemas = "'{" + oids + "}'";
}

}  // namespace

const Step schema_step = {.what = "schemas", .query = query, .fold = fold};

}  // namespace trueup::introspect
