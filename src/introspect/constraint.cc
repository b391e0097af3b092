#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string query(const Context& context) {
  return std::string(
             "SELECT c.oid, c.contype, c.conrelid, c.contypid, c.conname, c.condeferrable, c.condeferred, "
             "c.convalidated, c.connoinherit, NOT c.conislocal AND c.coninhcount > 0, c.conindid, c.conparentid, "
             "c.confrelid, c.confmatchtype, c.confupdtype, c.confdeltype, c.conkey, c.confkey, ") +
         (context.since(15) ? "c.confdelsetcols" : "NULL") +
         ", pg_get_expr(c.conbin, c.conrelid), CASE WHEN c.contype = 'x' THEN (SELECT array_agg(CASE WHEN "
         "n.nspname = 'pg_catalog' THEN o.oprname::text ELSE format('OPERATOR(%I.%s)', n.nspname, o.oprname) END "
         "ORDER BY u.n) FROM unnest(c.conexclop) WITH ORDINALITY u(operator, n) JOIN pg_operator o ON o.oid = "
         "u.operator JOIN pg_namespace n ON n.oid = o.oprnamespace) END, " +
         (context.since(18) ? "c.conperiod, NOT c.conenforced" : "false, false") +
         " FROM pg_constraint c WHERE c.contype IN ('p', 'u', 'x', 'c', 'f', 'n') AND c.connamespace = ANY ($schemas)";
}

struct ConstraintRow {
  Oid oid;
  char type;
  Oid relation;
  Oid domain;
  std::string name;
  bool deferrable;
  bool deferred;
  bool validated;
  bool no_inherit;
  bool inherited;
  Oid index;
  Oid parent;
  Oid referenced;
  char match;
  char on_update;
  char on_delete;
  std::vector<std::int64_t> columns;
  std::vector<std::int64_t> referenced_columns;
  std::vector<std::int64_t> on_delete_columns;
  std::string expression;
  std::vector<std::string> operators;
  bool period;
  bool not_enforced;
};

ConstraintRow read(Row row) {
  return {.oid = row.oid(),
          .type = row.character(),
          .relation = row.oid(),
          .domain = row.oid(),
          .name = row.text(),
          .deferrable = row.boolean(),
          .deferred = row.boolean(),
          .validated = row.boolean(),
          .no_inherit = row.boolean(),
          .inherited = row.boolean(),
          .index = row.oid(),
          .parent = row.oid(),
          .referenced = row.oid(),
          .match = row.character(),
          .on_update = row.character(),
          .on_delete = row.character(),
          .columns = row.numbers(),
          .referenced_columns = row.numbers(),
          .on_delete_columns = row.numbers(),
          .expression = row.text(),
          .operators = row.array(),
          .period = row.boolean(),
          .not_enforced = row.boolean()};
}

std::vector<std::string> names(const Relation& relation, const std::vector<std::int64_t>& numbers) {
  std::vector<std::string> names;
  for (const std::int64_t number : numbers) names.push_back(relation.column(number));
  return names;
}

std::string action(char letter) {
  switch (letter) {
    case 'r':
      return "restrict";
    case 'c':
      return "cascade";
    case 'n':
      return "set null";
    case 'd':
      return "set default";
    default:
      return "no action";
  }
}

/// What pg_index and pg_class say of the constraint's index; the index is the constraint's from here on.
Index take_index(Context& context, const ConstraintRow& row, const ObjectId& id) {
  const auto it = context.indexes.find(row.index);
  if (it == context.indexes.end()) return {};
  it->second.claimed = true;
  it->second.id = id;
  return it->second.index;
}

Key key(Index index, const ConstraintRow& row, const Relation& relation) {
  return {.columns = names(relation, row.columns),
          .without_overlaps = row.period,
          .include = std::move(index.include),
          .nulls_not_distinct = index.nulls_not_distinct,
          .deferrable = row.deferrable,
          .initially_deferred = row.deferred,
          .options = std::move(index.options),
          .tablespace = std::move(index.tablespace),
          .only = index.only};
}

Exclusion exclusion(Index index, const ConstraintRow& row) {
  for (std::size_t i = 0; i < index.elements.size() && i < row.operators.size(); ++i)
    index.elements[i].with_operator = row.operators[i];
  return {.method = std::move(index.method),
          .elements = std::move(index.elements),
          .include = std::move(index.include),
          .predicate = std::move(index.predicate),
          .deferrable = row.deferrable,
          .initially_deferred = row.deferred,
          .options = std::move(index.options),
          .tablespace = std::move(index.tablespace)};
}

ForeignKey foreign_key(const Context& context, const ConstraintRow& row, const Relation& relation) {
  ForeignKey key{.columns = names(relation, row.columns),
                 .period = row.period,
                 .match = row.match == 'f' ? "full" : "simple",
                 .on_update = action(row.on_update),
                 .on_delete = action(row.on_delete),
                 .on_delete_columns = names(relation, row.on_delete_columns),
                 .deferrable = row.deferrable,
                 .initially_deferred = row.deferred,
                 .not_valid = !row.validated && !row.not_enforced,
                 .not_enforced = row.not_enforced};
  if (const auto referenced = context.relations.find(row.referenced); referenced != context.relations.end()) {
    key.referenced = referenced->second.id;
    key.referenced_columns = names(referenced->second, row.referenced_columns);
  }
  return key;
}

Kind kind_of(char type) {
  switch (type) {
    case 'p':
      return Kind::primary_key;
    case 'u':
      return Kind::unique_key;
    case 'x':
      return Kind::exclusion;
    case 'f':
      return Kind::foreign_key;
    default:
      return Kind::check;
  }
}

/// From version 18 on there is a constraint behind every NOT NULL: a part of the column.
void read_not_null(Context& context, const ConstraintRow& row) {
  if (row.columns.empty()) return;
  Object* column = context.object_at({pg_class, row.relation, static_cast<int>(row.columns.front())});
  if (column == nullptr) return;
  std::get<Column>(column->payload).not_null_constraint = {
      .name = row.name, .no_inherit = row.no_inherit, .not_valid = !row.validated, .comment = {}};
  context.objects[{pg_constraint, row.oid, 0}] = column;
}

void add_table_constraint(Context& context, const ConstraintRow& row, const Relation& relation) {
  if (row.type == 'n') return read_not_null(context, row);
  Object object{
      .id = {.kind = kind_of(row.type), .schema = relation.id.schema, .parent = relation.id.name, .name = row.name}};
  if (row.type == 'p' || row.type == 'u') object.payload = key(take_index(context, row, object.id), row, relation);
  if (row.type == 'x') object.payload = exclusion(take_index(context, row, object.id), row);
  if (row.type == 'f') object.payload = foreign_key(context, row, relation);
  if (row.type == 'c')
    object.payload = Check{.expression = {.text = row.expression},
                           .no_inherit = row.no_inherit,
                           .not_valid = !row.validated && !row.not_enforced,
                           .not_enforced = row.not_enforced};
  Object& added = context.add({pg_constraint, row.oid, 0}, std::move(object));
  if (const auto index = context.indexes.find(row.index); index != context.indexes.end() && row.type != 'f')
    context.objects[{pg_class, row.index, 0}] = &added;
}

void add_domain_check(Context& context, const ConstraintRow& row) {
  Object* domain = context.object_at({pg_type, row.domain, 0});
  if (domain == nullptr) return;
  if (row.type == 'n') {
    std::get<Domain>(domain->payload).not_null_name = row.name;
    context.objects[{pg_constraint, row.oid, 0}] = domain;
  }
  if (row.type != 'c') return;
  Object object{
      .id = {.kind = Kind::domain_check, .schema = domain->id.schema, .parent = domain->id.name, .name = row.name}};
  object.payload = DomainCheck{.expression = {.text = row.expression}, .not_valid = !row.validated};
  context.add({pg_constraint, row.oid, 0}, std::move(object));
}

/// Keys and foreign keys name their parent; a check is its parents' check of the same name.
void link_to_parent(Context& context, const ConstraintRow& row) {
  Object* object = row.type == 'n' ? nullptr : context.object_at({pg_constraint, row.oid, 0});
  if (object == nullptr) return;
  if (row.parent != 0) {
    if (const Object* parent = context.object_at({pg_constraint, row.parent, 0})) object->inherited_from = parent->id;
  } else if (has_index(object->id.kind)) {
    // A key of its own may serve a parent's plain index.
    const auto own = context.indexes.find(row.index);
    const auto parent = own == context.indexes.end() ? own : context.indexes.find(own->second.parent);
    if (parent != context.indexes.end()) object->inherited_from = parent->second.id;
  }
  if (row.type != 'c' || !row.inherited) return;
  for (const Oid parent : context.relations[row.relation].parents) {
    ObjectId source = object->id;
    source.schema = context.relations[parent].id.schema;
    source.parent = context.relations[parent].id.name;
    if (context.catalog.find(source) == nullptr) continue;
    object->inherited_from = source;
    break;
  }
}

void fold(Context& context, const db::Rows& rows) {
  std::vector<ConstraintRow> all;
  std::unordered_map<Oid, Oid> relations;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    all.push_back(read(Row(rows, i)));
    relations[all.back().oid] = all.back().relation;
  }
  // A foreign key to a partitioned table has a row for each partition referenced, on the same table: not stated ones.
  std::erase_if(all, [&](const ConstraintRow& row) {
    return row.type == 'f' && row.parent != 0 && relations[row.parent] == row.relation;
  });
  for (const ConstraintRow& row : all) {
    if (row.relation == 0)
      add_domain_check(context, row);
    else if (const Relation* relation = context.managed(row.relation))
      add_table_constraint(context, row, *relation);
  }
  for (const ConstraintRow& row : all) link_to_parent(context, row);
  add_plain_indexes(context);
}

}  // namespace

const Step constraint_step = {.what = "constraints", .query = query, .fold = fold};

}  // namespace trueup::introspect
