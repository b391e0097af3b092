#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT c.oid, d.deptype, d.refobjid, d.refobjsubid, n.nspname, c.relname, format_type(s.seqtypid, NULL), "
         "s.seqstart, s.seqincrement, s.seqmin, s.seqmax, s.seqcache, s.seqcycle, c.relpersistence = 'u', "
         "c.relowner, c.relacl "
         "FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid JOIN pg_namespace n ON n.oid = c.relnamespace "
         "LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = 0 "
         "AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i') "
         "WHERE c.relpersistence <> 't' AND c.relnamespace = ANY ($schemas)";
}

SequenceOptions options(Row& row) {
  return {.type = row.text(),
          .start = row.integer(),
          .increment = row.integer(),
          .min_value = row.integer(),
          .max_value = row.integer(),
          .cache = row.integer(),
          .cycle = row.boolean()};
}

/// An identity column's sequence is a part of its column.
void fold_identity(Context& context, const Address& sequence, const ObjectId& column, Row& row) {
  Object* object = context.catalog.find(column);
  if (object == nullptr) return;
  context.objects[sequence] = object;
  row.view();
  auto& identity = std::get<Column>(object->payload).identity;
  if (!identity) return;
  identity->sequence = row.text();
  identity->options = options(row);
  row.boolean();
  Object own{.id = {.kind = Kind::sequence}};
  read_owner_and_acl(context, row, own);
  identity->acl = std::move(own.acl);
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Address address{.catalog = pg_class, .object = row.oid()};
    if (context.is_member(pg_class, address.object)) continue;
    const char dependency = row.character();
    const Oid table = row.oid();
    const int number = row.small();
    std::optional<ObjectId> owner;
    if (dependency != '\0') {
      const Relation* relation = context.managed(table);
      if (relation == nullptr) continue;  // goes with its table
      owner = column_id(relation->id.schema, relation->id.name, relation->column(number));
    }
    if (dependency == 'i') {
      fold_identity(context, address, *owner, row);
      continue;
    }
    Object object{.id = {.kind = Kind::sequence, .schema = row.text(), .name = row.text()}};
    Sequence sequence{.options = options(row), .unlogged = row.boolean(), .owned_by = std::move(owner)};
    object.payload = std::move(sequence);
    read_owner_and_acl(context, row, object);
    context.add(address, std::move(object));
  }
}

}  // namespace

const Step sequence_step = {.what = "sequences", .query = query, .fold = fold};

}  // namespace trueup::introspect
