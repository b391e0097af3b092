#include "parse/composite_type.h"

#include <algorithm>

#include "parse/acl.h"
#include "parse/type_name.h"

namespace trueup::parse {

static Attribute attribute_of(const Step& step, const PgQuery__ColumnDef& definition) {
  Attribute attribute;
  attribute.name = cut_identifier(definition.colname);
  attribute.type = type_text(step, *definition.type_name);
  if (definition.coll_clause)
    attribute.collation =
        collation_text(step, nodes(definition.coll_clause->n_collname, definition.coll_clause->collname));
  return attribute;
}

Outcome create_composite_type(Step& step, const PgQuery__CompositeTypeStmt& stmt) {
  CompositeType type;
  for (const Node* node : nodes(stmt.n_coldeflist, stmt.coldeflist))
    type.attributes.push_back(attribute_of(step, *node->column_def));
  const ObjectId id = created_relation(step, Kind::composite_type, *stmt.typevar);
  if (Object* object = step.define(id, std::move(type), stmt.typevar->location)) apply_default_acl(step, *object);
  return {};
}

Outcome alter_attribute(Step& step, CompositeType& type, const PgQuery__AlterTableCmd& command) {
  std::vector<Attribute>& attributes = type.attributes;
  if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AddColumn) {
    attributes.push_back(attribute_of(step, *command.def->column_def));
    return {};
  }
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const Attribute& a) { return a.name == command.name; });
  if (found == attributes.end())
    return command.missing_ok ? Outcome{} : Outcome{.missing = std::string("attribute ") + command.name, .offset = -1};
  if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DropColumn) {
    attributes.erase(found);
  } else if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_AlterColumnType) {
    const Attribute altered = attribute_of(step, *command.def->column_def);
    found->type = altered.type;
    found->collation = altered.collation;
  }
  return {};
}

}  // namespace trueup::parse
