#include "introspect/attributes.h"
#include "introspect/foreign_options.h"
#include "introspect/steps.h"
#include "model/parked.h"

namespace trueup::introspect {

namespace {

std::string query(const Context& context) {
  return std::string("SELECT a.attrelid, a.attnum, a.attname, CASE WHEN starts_with(a.attname, '") +
         std::string(parked_column_prefix) +
         std::string(
             "') THEN col_description(a.attrelid, a.attnum) END, format_type(a.atttypid, a.atttypmod), "
             "a.attcollation, t.typcollation, d.oid, "
             "pg_get_expr(d.adbin, d.adrelid), a.attnotnull, a.attidentity, a.attgenerated, "
             "CASE WHEN a.attstorage <> t.typstorage THEN a.attstorage END, ") +
         (context.since(14) ? "a.attcompression" : "''") +
         ", coalesce(a.attstattarget, -1), a.attoptions, NOT a.attislocal AND a.attinhcount > 0, a.attacl, CASE WHEN "
         "c.relkind = 'f' THEN " +
         options_without_secrets("a.attfdwoptions") +
         " END "
         "FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_type t ON t.oid = a.atttypid "
         "LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef "
         "WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') "
         "AND c.relnamespace = ANY ($schemas) ORDER BY a.attrelid, a.attnum";
}

std::string storage_of(char letter) {
  switch (letter) {
    case 'p':
      return "plain";
    case 'e':
      return "external";
    case 'm':
      return "main";
    case 'x':
      return "extended";
    default:
      return "";
  }
}

std::string compression_of(char letter) { return letter == 'p' ? "pglz" : letter == 'l' ? "lz4" : ""; }

/// A column whose parents are not looked up yet.
struct Inherited {
  Oid relation;
  int number;
};

/// What stands in a row for relations of any kind.
struct Common {
  int number = 0;
  int position = 0;
  std::string name;
  std::string type;
  std::string collation;
  Oid default_oid = 0;
  std::string expression;
};

void fold_table_column(Context& context, const Relation& relation, Oid oid, Common common, Row& row,
                       std::vector<Inherited>& inherited) {
  Object object{.id = column_id(relation.id.schema, relation.id.name, common.name)};
  Column column{.position = common.position,
                .type = std::move(common.type),
                .collation = std::move(common.collation),
                .not_null = row.boolean()};
  if (const char identity = row.character(); identity != '\0')
    column.identity = Identity{.generation = identity == 'a' ? "always" : "by default", .options = {}};
  const char generated = row.character();
  (generated == '\0' ? column.default_value : column.generated).text = std::move(common.expression);
  column.is_virtual = generated == 'v';
  column.storage = storage_of(row.character());
  column.compression = compression_of(row.character());
  column.statistics_target = row.small();
  add_options(column.options, row.view());
  if (row.boolean()) inherited.push_back({oid, common.number});
  const Object* table = context.object_at({pg_class, oid, 0});
  for (Grant grant : split_acl(row.view()))
    if (table == nullptr || grant.grantee != table->owner) object.acl.grants.insert(std::move(grant));
  column.foreign_options = foreign_options_of(row.array());
  object.payload = std::move(column);
  Object& added = context.add({pg_class, oid, common.number}, std::move(object));
  if (common.default_oid != 0) context.objects[{pg_attrdef, common.default_oid, 0}] = &added;
}

void fold_view_column(Context& context, Oid oid, Common common, Row& row) {
  Object* object = context.object_at({pg_class, oid, 0});
  if (object == nullptr) return;
  if (common.default_oid != 0) context.objects[{pg_attrdef, common.default_oid, 0}] = object;
  for (int unused = 0; unused < 8; ++unused) row.view();
  Acl acl;
  for (Grant grant : split_acl(row.view()))
    if (grant.grantee != object->owner) acl.grants.insert(std::move(grant));
  if (auto* view = std::get_if<View>(&object->payload)) {
    if (!acl.grants.empty()) view->column_acls[common.name] = std::move(acl);
    if (!common.expression.empty()) view->column_defaults[common.name].text = std::move(common.expression);
    view->columns.push_back({.name = std::move(common.name), .type = std::move(common.type)});
  } else if (auto* materialized = std::get_if<MaterializedView>(&object->payload)) {
    if (!acl.grants.empty()) materialized->column_acls[common.name] = std::move(acl);
    materialized->columns.push_back({.name = std::move(common.name), .type = std::move(common.type)});
  } else if (auto* type = std::get_if<CompositeType>(&object->payload)) {
    type->attributes.push_back({.name = std::move(common.name),
                                .type = std::move(common.type),
                                .collation = std::move(common.collation),
                                .comment = {}});
  }
}

/// The first parent that has a column of that name brought it about.
void link_to_parents(Context& context, const std::vector<Inherited>& inherited) {
  for (const auto& [oid, number] : inherited) {
    Object* column = context.object_at({pg_class, oid, number});
    for (const Oid parent_oid : context.relations[oid].parents) {
      const Relation& parent = context.relations[parent_oid];
      const ObjectId source = column_id(parent.id.schema, parent.id.name, column->id.name);
      if (context.catalog.find(source) == nullptr) continue;
      column->inherited_from = source;
      break;
    }
  }
}

void fold(Context& context, const db::Rows& rows) {
  std::vector<Inherited> inherited;
  Oid current = 0;
  Relation* relation = nullptr;
  int position = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (oid != current) {
      const auto it = context.relations.find(oid);
      relation = it == context.relations.end() ? nullptr : &it->second;
      current = oid;
      position = 0;
    }
    if (relation == nullptr) continue;
    Common common{.number = row.small(), .name = row.text()};
    relation->columns.resize(common.number);
    relation->collations.resize(common.number);
    if (is_parked_column(common.name, row.view())) continue;
    common.position = ++position;
    common.type = row.text();
    const Oid collation = row.oid();
    relation->columns.back() = common.name;
    relation->collations.back() = collation;
    if (!relation->managed) continue;
    if (collation != row.oid()) common.collation = context.collations[collation];
    common.default_oid = row.oid();
    common.expression = row.text();
    if (is_table(relation->id.kind))
      fold_table_column(context, *relation, oid, std::move(common), row, inherited);
    else
      fold_view_column(context, oid, std::move(common), row);
  }
  link_to_parents(context, inherited);
}

}  // namespace

const Step column_step = {.what = "columns", .query = query, .fold = fold};

}  // namespace trueup::introspect
