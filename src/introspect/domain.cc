#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT t.oid, t.typarray, n.nspname, t.typname, format_type(t.typbasetype, t.typtypmod), "
         "CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation ELSE 0 END, "
         "pg_get_expr(t.typdefaultbin, 0), t.typnotnull, t.typowner, t.typacl "
         "FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype "
         "WHERE t.typtype = 'd' AND t.typnamespace = ANY ($schemas)";
}

// The checks are rows of pg_constraint: the constraint step brings them.
void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Oid array = row.oid();
    if (context.is_member(pg_type, oid)) continue;
    Object object{.id = {.kind = Kind::domain, .schema = row.text(), .name = row.text()}};
    Domain domain{.type = row.text()};
    if (const Oid collation = row.oid(); collation != 0) domain.collation = context.collations[collation];
    domain.default_value.text = row.text();
    domain.not_null = row.boolean();
    object.payload = std::move(domain);
    read_owner_and_acl(context, row, object);
    context.objects[{pg_type, array, 0}] = &context.add({pg_type, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step domain_step = {.what = "domains", .query = query, .fold = fold};

}  // namespace trueup::introspect
