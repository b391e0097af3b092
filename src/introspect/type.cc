#include "base/quote.h"
#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::string enum_query(const Context&) {
  return "SELECT t.oid, t.typarray, n.nspname, t.typname, (SELECT array_agg(e.enumlabel ORDER BY e.enumsortorder) "
         "FROM pg_enum e WHERE e.enumtypid = t.oid), t.typowner, t.typacl "
         "FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace "
         "WHERE t.typtype = 'e' AND t.typnamespace = ANY ($schemas)";
}

void fold_enums(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Oid array = row.oid();
    if (context.is_member(pg_type, oid)) continue;
    Object object{.id = {.kind = Kind::enum_type, .schema = row.text(), .name = row.text()}};
    object.payload = EnumType{.labels = row.array()};
    read_owner_and_acl(context, row, object);
    context.objects[{pg_type, array, 0}] = &context.add({pg_type, oid, 0}, std::move(object));
  }
}

// Its attributes are columns of pg_class's row: the column step brings them.
std::string composite_query(const Context&) {
  return "SELECT t.oid, t.typarray, c.oid, n.nspname, t.typname, t.typowner, t.typacl FROM pg_type t "
         "JOIN pg_class c ON c.oid = t.typrelid JOIN pg_namespace n ON n.oid = t.typnamespace "
         "WHERE t.typtype = 'c' AND c.relkind = 'c' AND t.typnamespace = ANY ($schemas)";
}

void fold_composites(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Oid array = row.oid();
    const Oid relation = row.oid();
    Object object{.id = {.kind = Kind::composite_type, .schema = row.text(), .name = row.text()},
                  .payload = CompositeType{}};
    const bool managed = !context.is_member(pg_type, oid);
    context.relations[relation] = {.id = object.id, .relkind = 'c', .managed = managed};
    if (!managed) continue;
    read_owner_and_acl(context, row, object);
    Object& added = context.add({pg_type, oid, 0}, std::move(object));
    context.objects[{pg_type, array, 0}] = context.objects[{pg_class, relation, 0}] = &added;
  }
}

std::string range_query(const Context& context) {
  const bool multirange = context.since(14);
  return std::string("SELECT t.oid, t.typarray, ") + (multirange ? "r.rngmultitypid, m.typarray, " : "0, 0, ") +
         "n.nspname, t.typname, format_type(r.rngsubtype, NULL), r.rngsubopc, "
         "CASE WHEN r.rngcollation <> s.typcollation THEN r.rngcollation ELSE 0 END, r.rngcanonical, r.rngsubdiff, " +
         (multirange ? "format_type(r.rngmultitypid, NULL)" : "''") +
         ", t.typowner, t.typacl FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace "
         "JOIN pg_range r ON r.rngtypid = t.oid JOIN pg_type s ON s.oid = r.rngsubtype " +
         (multirange ? "JOIN pg_type m ON m.oid = r.rngmultitypid " : "") + "WHERE t.typnamespace = ANY ($schemas)";
}

std::string collation(const Context& context, Oid oid) {
  const auto it = context.collations.find(oid);
  return oid == 0 || it == context.collations.end() ? "" : it->second;
}

std::string operator_class(const Context& context, Oid oid) {
  const auto it = context.operator_classes.find(oid);
  return it == context.operator_classes.end() || it->second.is_default ? "" : it->second.name;
}

/// A regproc column: "-" is none.
std::string function(Row& row) {
  std::string name = row.text();
  return name == "-" ? "" : name;
}

void fold_ranges(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const Oid others[] = {row.oid(), row.oid(), row.oid()};
    if (context.is_member(pg_type, oid)) continue;
    Object object{.id = {.kind = Kind::range_type, .schema = row.text(), .name = row.text()}};
    object.payload = RangeType{.subtype = row.text(),
                               .subtype_opclass = operator_class(context, row.oid()),
                               .collation = collation(context, row.oid()),
                               .canonical = function(row),
                               .subtype_diff = function(row),
                               .multirange_type = row.text()};
    read_owner_and_acl(context, row, object);
    Object& added = context.add({pg_type, oid, 0}, std::move(object));
    for (const Oid other : others)
      if (other != 0) context.objects[{pg_type, other, 0}] = &added;
  }
}

std::string collation_query(const Context&) {
  return "SELECT c.oid, n.nspname, c.collname FROM pg_collation c JOIN pg_namespace n ON n.oid = c.collnamespace";
}

void fold_collations(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const std::string schema = row.text();
    context.collations[oid] = qualified(schema, row.text());
  }
}

std::string operator_class_query(const Context&) {
  return "SELECT c.oid, CASE WHEN n.nspname <> 'pg_catalog' THEN n.nspname END, c.opcname, c.opcdefault "
         "FROM pg_opclass c JOIN pg_namespace n ON n.oid = c.opcnamespace";
}

void fold_operator_classes(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const std::string schema = row.text();
    context.operator_classes[oid] = {.name = qualified(schema, row.text()), .is_default = row.boolean()};
  }
}

}  // namespace

const Step enum_step = {.what = "enum types", .query = enum_query, .fold = fold_enums};
const Step composite_step = {.what = "composite types", .query = composite_query, .fold = fold_composites};
const Step range_step = {.what = "range types", .query = range_query, .fold = fold_ranges};
const Step collation_step = {.what = "collations", .query = collation_query, .fold = fold_collations};
const Step operator_class_step = {
    .what = "operator classes", .query = operator_class_query, .fold = fold_operator_classes};

}  // namespace trueup::introspect
