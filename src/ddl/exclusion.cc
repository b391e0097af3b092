#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/constraint.h"
#include "ddl/kinds.h"
#include "ddl/partition.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string definition(const Exclusion& exclusion) {
  std::string text = "EXCLUDE USING " + quote_identifier(exclusion.method) + " (" +
                     elements(exclusion.elements, /*with_operators=*/true) + ")";
  if (!exclusion.include.empty()) text += " INCLUDE (" + names(exclusion.include) + ")";
  text += with_options(exclusion.options);
  if (!exclusion.tablespace.empty()) text += " USING INDEX TABLESPACE " + quote_identifier(exclusion.tablespace);
  if (!exclusion.predicate.empty()) text += " WHERE (" + exclusion.predicate.text + ")";
  return text + deferrability(exclusion.deferrable, exclusion.initially_deferred);
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {add_constraint(object, definition(as<Exclusion>(object)))};
  append(statements, attach_index(object));
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_options(alter_constraint_index(to), as<Exclusion>(from).options, as<Exclusion>(to).options);
}

Statements alter_tablespace(const Object&, const Object& to, const Context&) {
  return {set_index_tablespace(to, as<Exclusion>(to).tablespace)};
}

constexpr FieldRule fields[] = {
    {.field = "method", .alter = nullptr},
    {.field = "elements", .alter = nullptr},
    {.field = "include", .alter = nullptr},
    {.field = "predicate", .alter = nullptr},
    {.field = "deferrable", .alter = nullptr},
    {.field = "initially_deferred", .alter = nullptr},
    {.field = "options", .alter = alter_options},
    {.field = "tablespace", .alter = alter_tablespace},
    {.field = "index_comment", .alter = alter_index_comment},
    {.field = "inherited_from", .alter = alter_attached, .how = how_attached, .reaches_children = false},
};

}  // namespace

constinit const KindRules exclusion_rules = {
    .kind = Kind::exclusion, .weight = 150, .create = create, .drop = drop_constraint, .fields = fields};

}  // namespace trueup::ddl
