#include <algorithm>

#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context& context) {
  return std::string(
             "SELECT p.oid, p.pubname, p.puballtables, p.pubinsert, p.pubupdate, p.pubdelete, p.pubtruncate, "
             "p.pubviaroot, ") +
         (context.since(18) ? "p.pubgencols" : "'n'") + ", p.pubowner FROM pg_publication p";
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_publication, oid)) continue;
    Object object{.id = {.kind = Kind::publication, .name = row.text()}};
    Publication publication{.all_tables = row.boolean(), .publish = {}};
    for (const char* action : {"insert", "update", "delete", "truncate"})
      if (row.boolean()) publication.publish.emplace_back(action);
    publication.via_partition_root = row.boolean();
    publication.generated_columns = row.character() == 's' ? "stored" : "none";
    object.owner = context.role(row.oid());
    object.payload = std::move(publication);
    context.add({pg_publication, oid, 0}, std::move(object));
  }
}

std::string table_query(const Context& context) {
  return std::string("SELECT r.oid, r.prpubid, r.prrelid, ") +
         (context.since(15) ? "r.prattrs, pg_get_expr(r.prqual, r.prrelid)" : "NULL, NULL") +
         " FROM pg_publication_rel r";
}

void fold_tables(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Object* publication = context.object_at({pg_publication, row.oid(), 0});
    const Relation* relation = context.managed(row.oid());
    if (publication == nullptr || relation == nullptr) continue;
    PublicationTable table;
    for (const std::int64_t number : row.numbers()) table.columns.push_back(relation->column(number));
    std::sort(table.columns.begin(), table.columns.end());
    table.filter.text = row.text();
    Object object{.id = {.kind = Kind::publication_table,
                         .schema = relation->id.schema,
                         .parent = relation->id.name,
                         .name = publication->id.name}};
    object.payload = std::move(table);
    context.add({pg_publication_rel, oid, 0}, std::move(object));
  }
}

std::string schema_query(const Context& context) {
  if (!context.since(15)) return "SELECT 0, 0, 0 WHERE false";
  return "SELECT n.oid, n.pnpubid, n.pnnspid FROM pg_publication_namespace n";
}

void fold_schemas(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Object* publication = context.object_at({pg_publication, row.oid(), 0});
    if (publication == nullptr) continue;
    Object object{
        .id = {.kind = Kind::publication_schema, .schema = context.schema(row.oid()), .name = publication->id.name}};
    object.payload = PublicationSchema{};
    context.add({pg_publication_namespace, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step publication_step = {.what = "publications", .query = query, .fold = fold};
const Step publication_table_step = {.what = "tables of publications", .query = table_query, .fold = fold_tables};
const Step publication_schema_step = {.what = "schemas of publications", .query = schema_query, .fold = fold_schemas};

}  // namespace trueup::introspect
