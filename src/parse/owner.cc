#include "parse/owner.h"

#include <fmt/format.h>

#include "parse/target.h"

namespace trueup::parse {

void set_owner(Object& object, const PgQuery__RoleSpec& role) {
  object.owner = role_of(role);
  if (!object.owner) return;
  for (auto it = object.acl.grants.begin(); it != object.acl.grants.end();)
    it = it->grantee == *object.owner ? object.acl.grants.erase(it) : std::next(it);
}

Outcome alter_owner(Step& step, const PgQuery__AlterOwnerStmt& stmt) {
  const Target target =
      stmt.relation ? find_target(step, *stmt.relation) : find_target(step, stmt.object_type, stmt.object);
  if (!target.managed) step.not_managed(fmt::format("the owner of this {}", word_of(stmt.object_type)));
  if (!target.id) return target.outcome;
  set_owner(*step.fold.catalog.find(*target.id), *stmt.newowner);
  return {};
}

}  // namespace trueup::parse
