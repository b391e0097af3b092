#include "ddl/attributes.h"
#include "ddl/constraint.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string definition(const Check& check) {
  std::string text = "CHECK (" + check.expression.text + ")";
  if (check.no_inherit) text += " NO INHERIT";
  if (check.not_enforced) text += " NOT ENFORCED";
  if (check.not_valid) text += " NOT VALID";
  return text;
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {add_constraint(object, definition(as<Check>(object)))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

/// A constraint can become valid, never invalid again.
Change how_not_valid(const Object&, const Object& to, const Context&) {
  return as<Check>(to).not_valid ? Change::rebuild : Change::alter;
}

constexpr FieldRule fields[] = {
    {.field = "expression", .alter = nullptr},
    {.field = "no_inherit", .alter = nullptr},
    {.field = "not_valid", .alter = validate_constraint, .how = how_not_valid},
    {.field = "not_enforced", .alter = nullptr},
};

}  // namespace

constinit const KindRules check_rules = {
    .kind = Kind::check, .weight = 160, .create = create, .drop = drop_constraint, .fields = fields};

}  // namespace trueup::ddl
