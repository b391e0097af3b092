#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/constraint.h"
#include "ddl/kinds.h"
#include "ddl/partition.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string definition(const Object& object) {
  const Key& key = as<Key>(object);
  std::string text = object.id.kind == Kind::primary_key ? "PRIMARY KEY" : "UNIQUE";
  if (key.nulls_not_distinct) text += " NULLS NOT DISTINCT";
  text += " (" + names(key.columns) + (key.without_overlaps ? " WITHOUT OVERLAPS)" : ")");
  if (!key.include.empty()) text += " INCLUDE (" + names(key.include) + ")";
  text += with_options(key.options);
  if (!key.tablespace.empty()) text += " USING INDEX TABLESPACE " + quote_identifier(key.tablespace);
  return text + deferrability(key.deferrable, key.initially_deferred);
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {add_constraint(object, definition(object), as<Key>(object).only)};
  append(statements, attach_index(object));
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_options(alter_constraint_index(to), as<Key>(from).options, as<Key>(to).options);
}

Statements alter_tablespace(const Object&, const Object& to, const Context&) {
  return {set_index_tablespace(to, as<Key>(to).tablespace)};
}

Change how_only(const Object& from, const Object&, const Context&) {
  return as<Key>(from).only ? Change::alter : Change::rebuild;
}

constexpr FieldRule fields[] = {
    {.field = "columns", .alter = nullptr},
    {.field = "without_overlaps", .alter = nullptr},
    {.field = "include", .alter = nullptr},
    {.field = "nulls_not_distinct", .alter = nullptr},
    {.field = "deferrable", .alter = nullptr},
    {.field = "initially_deferred", .alter = nullptr},
    {.field = "options", .alter = alter_options, .how = how_index_options, .reaches_children = false},
    {.field = "tablespace", .alter = alter_tablespace, .reaches_children = false},
    {.field = "index_comment", .alter = alter_index_comment, .reaches_children = false},
    {.field = "only", .alter = complete_index, .how = how_only, .reaches_children = false},
    {.field = "inherited_from", .alter = alter_attached, .how = how_attached, .reaches_children = false},
};

}  // namespace

constinit const KindRules primary_key_rules = {
    .kind = Kind::primary_key, .weight = 130, .create = create, .drop = drop_constraint, .fields = fields};

constinit const KindRules unique_key_rules = {
    .kind = Kind::unique_key, .weight = 140, .create = create, .drop = drop_constraint, .fields = fields};

}  // namespace trueup::ddl
