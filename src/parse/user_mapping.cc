#include "parse/foreign.h"

namespace trueup::parse {

namespace {

// Whoever runs the plan, where CURRENT_USER or the like is stated: filled in once a database is at hand.
ObjectId mapping_id(const PgQuery__RoleSpec& user, std::string_view server) {
  const std::optional<std::string> role = role_of(user);
  return {.kind = Kind::user_mapping,
          .schema = {},
          .parent = cut_identifier(server),
          .name = role.value_or(""),
          .signature = role ? "" : "current_user"};
}

}  // namespace

Outcome create_user_mapping(Step& step, const PgQuery__CreateUserMappingStmt& stmt) {
  const ObjectId id = mapping_id(*stmt.user, stmt.servername);
  if (stmt.if_not_exists && step.fold.catalog.find(id)) return {};
  step.define(id, UserMapping{.options = foreign_options(nodes(stmt.n_options, stmt.options))}, stmt.user->location);
  return {};
}

Outcome alter_user_mapping(Step& step, const PgQuery__AlterUserMappingStmt& stmt) {
  const ObjectId id = mapping_id(*stmt.user, stmt.servername);
  Object* object = step.fold.catalog.find(id);
  if (!object) return {.missing = to_string(id), .offset = stmt.user->location};
  change_foreign_options(std::get<UserMapping>(object->payload).options, nodes(stmt.n_options, stmt.options));
  return {};
}

Outcome drop_user_mapping(Step& step, const PgQuery__DropUserMappingStmt& stmt) {
  const ObjectId id = mapping_id(*stmt.user, stmt.servername);
  if (step.fold.catalog.find(id))
    step.fold.erase(id);
  else if (!stmt.missing_ok)
    return {.missing = to_string(id), .offset = stmt.user->location};
  return {};
}

}  // namespace trueup::parse
