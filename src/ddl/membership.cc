#include "base/quote.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string granted(const ObjectId& id) { return quote_identifier(id.parent); }
std::string member(const ObjectId& id) { return quote_identifier(id.name); }

/// True where a plain GRANT gives another INHERIT than is wanted, or may: it follows the member's role.
bool says_inherit(const Object& object, const Context& context) {
  if (context.to.server_version < 160000) return false;
  const Object* role = context.to.find({.kind = Kind::role, .schema = {}, .parent = {}, .name = object.id.name});
  const bool inherit = as<Membership>(object).inherit;
  return role == nullptr ? !inherit : as<Role>(*role).inherit != inherit;
}

std::string options(const Object& object, const Context& context) {
  const Membership& membership = as<Membership>(object);
  const bool inherit = says_inherit(object, context);
  if (!inherit && membership.set) return membership.admin ? " WITH ADMIN OPTION" : "";
  std::string text = membership.admin ? " WITH ADMIN TRUE" : "";
  const auto add = [&](std::string_view name, bool value) {
    text.append(text.empty() ? " WITH " : ", ").append(name).append(value ? " TRUE" : " FALSE");
  };
  if (inherit) add("INHERIT", membership.inherit);
  if (!membership.set) add("SET", false);
  return text;
}

Statements create(const Object& object, const Context& context) {
  return {statement("GRANT " + granted(object.id) + " TO " + member(object.id) + options(object, context))};
}

Statements drop(const Object& object, const Context&) {
  return {statement("REVOKE " + granted(object.id) + " FROM " + member(object.id))};
}

Statements alter_admin(const Object&, const Object& to, const Context&) {
  if (as<Membership>(to).admin)
    return {statement("GRANT " + granted(to.id) + " TO " + member(to.id) + " WITH ADMIN OPTION")};
  return {statement("REVOKE ADMIN OPTION FOR " + granted(to.id) + " FROM " + member(to.id))};
}

Statement grant_with(const Object& to, std::string_view option, bool value) {
  return statement("GRANT " + granted(to.id) + " TO " + member(to.id) + " WITH " + std::string(option) +
                   (value ? " TRUE" : " FALSE"));
}

Statements alter_inherit(const Object&, const Object& to, const Context&) {
  return {grant_with(to, "INHERIT", as<Membership>(to).inherit)};
}

Statements alter_set(const Object&, const Object& to, const Context&) {
  return {grant_with(to, "SET", as<Membership>(to).set)};
}

constexpr FieldRule fields[] = {
    {.field = "admin", .alter = alter_admin},
    {.field = "inherit", .alter = alter_inherit},
    {.field = "set", .alter = alter_set},
};

}  // namespace

constinit const KindRules membership_rules = {
    .kind = Kind::membership, .weight = 20, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
