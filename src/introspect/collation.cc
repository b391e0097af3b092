#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context& context) {
  const char* locale = context.since(17)   ? "c.colllocale, c.collicurules"
                       : context.since(16) ? "c.colliculocale, c.collicurules"
                       : context.since(15) ? "c.colliculocale, NULL"
                                           : "CASE WHEN c.collprovider = 'i' THEN c.collcollate END, NULL";
  return std::string("SELECT c.oid, n.nspname, c.collname, c.collprovider, c.collcollate, c.collctype, ") + locale +
         ", c.collencoding = -1, c.collisdeterministic, c.collowner FROM pg_collation c JOIN pg_namespace n ON n.oid = "
         "c.collnamespace "
         "WHERE c.oid >= 16384 AND c.collnamespace = ANY ($schemas)";
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_collation, oid)) continue;
    Object object{.id = {.kind = Kind::collation, .schema = row.text(), .name = row.text()}};
    const char provider = row.character();
    Collation collation{.provider = provider == 'i' ? "icu" : provider == 'b' ? "builtin" : "libc"};
    collation.lc_collate = row.text();
    collation.lc_ctype = row.text();
    collation.locale = row.text();
    collation.rules = row.text();
    collation.any_encoding = row.boolean() && collation.provider == "libc";
    collation.deterministic = row.boolean();
    if (collation.provider != "libc") {
      collation.lc_collate.clear();
      collation.lc_ctype.clear();
    }
    object.owner = context.role(row.oid());
    object.payload = std::move(collation);
    context.add({pg_collation, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step own_collation_step = {.what = "collations of its own", .query = query, .fold = fold};

}  // namespace trueup::introspect
