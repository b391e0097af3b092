#include "base/quote.h"
#include "ddl/foreign_options.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string mapping(const ObjectId& id) {
  return "USER MAPPING FOR " + (id.signature.empty() ? role_name(id.name) : "CURRENT_USER") + " SERVER " +
         quote_identifier(id.parent);
}

Statements create(const Object& object, const Context&) {
  Secrets secrets;
  std::string sql = "CREATE " + mapping(object.id);
  sql += with_foreign_options(as<UserMapping>(object).options, secrets);
  return {secretive(std::move(sql), std::move(secrets))};
}

Statements drop(const Object& object, const Context&) { return {statement("DROP " + mapping(object.id))}; }

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_foreign_options("ALTER " + mapping(to.id), as<UserMapping>(from).options, as<UserMapping>(to).options);
}

constexpr FieldRule fields[] = {
    {.field = "options", .alter = alter_options},
};

}  // namespace

constinit const KindRules user_mapping_rules = {
    .kind = Kind::user_mapping, .weight = 114, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
