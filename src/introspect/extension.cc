#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT e.oid, e.extname, n.nspname, e.extversion, e.extowner FROM pg_extension e "
         "JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname <> 'plpgsql'";
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    Object object{.id = {.kind = Kind::extension, .name = row.text()}};
    object.payload = Extension{.schema = row.text(), .version = row.text()};
    object.owner = context.role(row.oid());
    context.add({pg_extension, oid, 0}, std::move(object));
  }
}

std::string member_query(const Context&) {
  return "SELECT d.classid, d.objid, e.extname FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid "
         "WHERE d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'";
}

void fold_members(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid catalog = row.oid();
    const Oid object = row.oid();
    context.members[{catalog, object, 0}] = row.text();
  }
}

// What a name or type in the state may mean: the members' functions, types and relations.
std::string member_name_query(const Context&) {
  return R"(SELECT e.extname, 'p', n.nspname, p.proname,
       (SELECT string_agg(format_type(a.type, NULL), ',' ORDER BY a.n)
        FROM unnest(p.proargtypes) WITH ORDINALITY a(type, n)),
       format_type(p.prorettype, NULL), p.prokind
FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid JOIN pg_proc p ON p.oid = d.objid
     JOIN pg_namespace n ON n.oid = p.pronamespace
WHERE d.classid = 'pg_proc'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
  AND e.extname <> 'plpgsql'
UNION ALL
SELECT e.extname, 't', n.nspname, t.typname, '', '', t.typtype
FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid JOIN pg_type t ON t.oid = d.objid
     JOIN pg_namespace n ON n.oid = t.typnamespace
WHERE d.classid = 'pg_type'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
  AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
  AND NOT EXISTS (SELECT FROM pg_class c WHERE c.reltype = t.oid AND c.relkind <> 'c')
UNION ALL
SELECT e.extname, 'c', n.nspname, c.relname, '', '', c.relkind
FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid JOIN pg_class c ON c.oid = d.objid
     JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_extension'::regclass AND d.deptype = 'e'
  AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
ORDER BY 1, 2, 3, 4, 5)";
}

/// The kind of the model that is nearest: a base type counts as a domain, an aggregate as a function.
Kind member_kind(char catalog, char kind) {
  if (catalog == 'p') return kind == 'p' ? Kind::procedure : Kind::function;
  if (catalog == 'c') {
    if (kind == 'v') return Kind::view;
    if (kind == 'm') return Kind::materialized_view;
    return kind == 'S' ? Kind::sequence : Kind::table;
  }
  if (kind == 'e') return Kind::enum_type;
  if (kind == 'c') return Kind::composite_type;
  return kind == 'r' ? Kind::range_type : Kind::domain;
}

void fold_member_names(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    ExtensionMember member{.extension = row.text()};
    const char catalog = row.character();
    member.id.schema = row.text();
    member.id.name = row.text();
    member.id.signature = row.text();
    member.result = row.text();
    member.id.kind = member_kind(catalog, row.character());
    context.catalog.extension_members.push_back(std::move(member));
  }
}

}  // namespace

const Step extension_step = {.what = "extensions", .query = query, .fold = fold};
const Step extension_member_step = {.what = "members of extensions", .query = member_query, .fold = fold_members};
const Step extension_member_name_step = {
    .what = "members of extensions", .query = member_name_query, .fold = fold_member_names};

}  // namespace trueup::introspect
