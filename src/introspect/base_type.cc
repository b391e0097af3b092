#include "introspect/attributes.h"
#include "introspect/reference.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// Types that INPUT and OUTPUT make, and shells; arrays come with their element's type.
std::string query(const Context& context) {
  return "SELECT t.oid, t.typarray, n.nspname, t.typname, NOT t.typisdefined, " + routine_column("t.typinput") + ", " +
         routine_column("t.typoutput") + ", " + routine_column("t.typreceive") + ", " + routine_column("t.typsend") +
         ", " + routine_column("t.typmodin") + ", " + routine_column("t.typmodout") + ", " +
         routine_column("t.typanalyze") + ", " + (context.since(14) ? routine_column("t.typsubscript") : "NULL") +
         ", t.typlen, t.typbyval, t.typalign, t.typstorage, t.typcategory, t.typispreferred, t.typdefault IS NOT NULL, "
         "t.typdefault, CASE WHEN t.typelem <> 0 THEN format_type(t.typelem, NULL) END, t.typdelim, "
         "t.typcollation <> 0, t.typowner, t.typacl FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace "
         "WHERE t.typnamespace = ANY ($schemas) AND (t.typtype = 'b' AND NOT EXISTS (SELECT FROM pg_type e WHERE "
         "e.typarray = t.oid) OR t.typtype = 'p' AND NOT t.typisdefined)";
}

std::string alignment(char letter) {
  return letter == 'c' ? "char" : letter == 's' ? "int2" : letter == 'd' ? "double" : "int4";
}
std::string storage(char letter) {
  return letter == 'e' ? "external" : letter == 'x' ? "extended" : letter == 'm' ? "main" : "plain";
}

BaseType base_type(Row& row) {
  BaseType type;
  type.input = read_nameable(row);
  type.output = read_nameable(row);
  type.receive = read_nameable(row);
  type.send = read_nameable(row);
  type.typmod_in = read_nameable(row);
  type.typmod_out = read_nameable(row);
  type.analyze = read_nameable(row);
  type.subscript = read_nameable(row);
  type.length = row.small();
  type.by_value = row.boolean();
  type.alignment = alignment(row.character());
  type.storage = storage(row.character());
  type.category = row.text();
  type.preferred = row.boolean();
  const bool has_default = row.boolean();
  std::string default_text = row.text();
  if (has_default) type.default_text = std::move(default_text);
  type.element = row.text();
  type.delimiter = row.text();
  type.collatable = row.boolean();
  return type;
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Oid array = row.oid();
    if (context.is_member(pg_type, oid)) continue;
    Object object{.id = {.kind = Kind::base_type, .schema = row.text(), .name = row.text()}};
    const bool shell = row.boolean();
    BaseType type = base_type(row);
    object.payload = shell ? BaseType{.shell = true} : std::move(type);
    read_owner_and_acl(context, row, object);
    Object& added = context.add({pg_type, oid, 0}, std::move(object));
    if (array != 0) context.objects[{pg_type, array, 0}] = &added;
  }
}

}  // namespace

const Step base_type_step = {.what = "base types", .query = query, .fold = fold};

}  // namespace trueup::introspect
