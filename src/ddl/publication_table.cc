#include <algorithm>

#include "base/quote.h"
#include "ddl/kinds.h"
#include "ddl/publication.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

bool has_children(const ObjectId& table, const Catalog& catalog) {
  return std::any_of(catalog.objects.begin(), catalog.objects.end(), [&](const auto& entry) {
    const auto other = descent_of(entry.second);
    return other && std::find(other.inherits->begin(), other.inherits->end(), table) != other.inherits->end();
  });
}

/// Without ONLY, a table's children would come along, whether they are members or not.
std::string only(const ObjectId& member, const Context& context) {
  const ObjectId table = table_id(member.schema, member.parent);
  return has_children(table, context.from) || has_children(table, context.to) ? "ONLY " : "";
}

std::string alter(const Object& member) { return "ALTER PUBLICATION " + quote_identifier(member.id.name); }

Statements create(const Object& member, const Context& context) {
  return {statement(alter(member) + " ADD " + published(member, context))};
}

Statements drop(const Object& member, const Context& context) {
  if (member.id.kind == Kind::publication_schema)
    return {statement(alter(member) + " DROP " + published(member, context))};
  return {statement(alter(member) + " DROP TABLE " + only(member.id, context) + sql_parent(member.id))};
}

/// A table's columns and filter are stated when it is added: nothing else changes them for one table alone.
constexpr FieldRule fields[] = {
    {.field = "columns", .alter = nullptr},
    {.field = "filter", .alter = nullptr},
};

}  // namespace

std::string published(const Object& member, const Context& context) {
  if (member.id.kind == Kind::publication_schema) return "TABLES IN SCHEMA " + quote_identifier(member.id.schema);
  const PublicationTable& table = as<PublicationTable>(member);
  std::string text = "TABLE " + only(member.id, context) + sql_parent(member.id);
  if (!table.columns.empty()) text += " (" + names(table.columns) + ")";
  if (!table.filter.empty()) text += " WHERE (" + table.filter.text + ")";
  return text;
}

constinit const KindRules publication_table_rules = {
    .kind = Kind::publication_table, .weight = 262, .create = create, .drop = drop, .fields = fields};

constinit const KindRules publication_schema_rules = {
    .kind = Kind::publication_schema, .weight = 264, .create = create, .drop = drop, .fields = {}};

}  // namespace trueup::ddl
