#include "parse/owner.h"

#include <fmt/format.h>

#include "parse/target.h"

namespace trueup::parse {

// What the owner until now had lost, the new one has not either (aclnewowner).
static void change_owner(Acl& acl, const std::string& owner) {
  for (const Grant& grant : acl.unclaimed)
    if (grant.grantee == current_role) acl.owner_revoked.insert(grant.privilege);
  acl.unclaimed.clear();
  std::erase_if(acl.grants, [&](const Grant& grant) { return grant.grantee == owner; });
}

void set_owner(Object& object, const PgQuery__RoleSpec& role) {
  object.owner = role_of(role);
  if (!object.owner) return;
  each_acl(object, [&](Acl& acl) { change_owner(acl, *object.owner); });
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
