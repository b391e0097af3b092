#include "base/quote.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string granted(const ObjectId& id) { return quote_identifier(id.parent); }
std::string member(const ObjectId& id) { return quote_identifier(id.name); }

Statements create(const Object& object, const Context&) {
  const std::string option = as<Membership>(object).admin ? " WITH ADMIN OPTION" : "";
  return {statement("GRANT " + granted(object.id) + " TO " + member(object.id) + option)};
}

Statements drop(const Object& object, const Context&) {
  return {statement("REVOKE " + granted(object.id) + " FROM " + member(object.id))};
}

Statements alter_admin(const Object&, const Object& to, const Context& context) {
  if (as<Membership>(to).admin) return create(to, context);
  return {statement("REVOKE ADMIN OPTION FOR " + granted(to.id) + " FROM " + member(to.id))};
}

constexpr FieldRule fields[] = {{.field = "admin", .alter = alter_admin}};

}  // namespace

constinit const KindRules membership_rules = {
    .kind = Kind::membership, .weight = 20, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
