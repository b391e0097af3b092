#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT c.oid, c.reltype, t.typarray, c.relkind, n.nspname, c.relname, pg_get_viewdef(c.oid), c.reloptions, "
         "x.reloptions, "
         "c.relispopulated, s.spcname, a.amname, c.relowner, c.relacl "
         "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_type t ON t.oid = c.reltype "
         "LEFT JOIN pg_class x ON x.oid = c.reltoastrelid AND x.reloptions IS NOT NULL LEFT JOIN pg_tablespace s ON "
         "s.oid = c.reltablespace LEFT JOIN pg_am a ON a.oid = c.relam "
         "WHERE c.relkind IN ('v', 'm') AND c.relpersistence <> 't' AND c.relnamespace = ANY ($schemas)";
}

/// pg_get_viewdef without the blanks before and the semicolon behind.
std::string query_text(std::string_view definition) {
  while (definition.starts_with(' ')) definition.remove_prefix(1);
  if (definition.ends_with(';')) definition.remove_suffix(1);
  return std::string(definition);
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Oid type = row.oid();
    const Oid array = row.oid();
    const char relkind = row.character();
    Object object{.id = {.kind = relkind == 'v' ? Kind::view : Kind::materialized_view,
                         .schema = row.text(),
                         .name = row.text()}};
    const bool managed = !context.is_member(pg_class, oid);
    context.relations[oid] = {.id = object.id, .relkind = relkind, .managed = managed};
    if (!managed) continue;
    Expression definition{.text = query_text(row.view())};
    Options options;
    add_options(options, row.view());
    add_options(options, row.view(), "toast.");
    if (relkind == 'v') {
      object.payload = View{.query = std::move(definition), .options = std::move(options)};
      for (int unused = 0; unused < 3; ++unused) row.view();
    } else {
      object.payload = MaterializedView{.query = std::move(definition),
                                        .options = std::move(options),
                                        .with_data = row.boolean(),
                                        .tablespace = row.text(),
                                        .access_method = row.text()};
    }
    read_owner_and_acl(context, row, object);
    Object& added = context.add({pg_class, oid, 0}, std::move(object));
    context.objects[{pg_type, type, 0}] = context.objects[{pg_type, array, 0}] = &added;
  }
}

}  // namespace

const Step view_step = {.what = "views", .query = query, .fold = fold};

}  // namespace trueup::introspect
