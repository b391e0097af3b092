#include "diff/current_role.h"

#include <algorithm>

namespace trueup::diff {

namespace {

void merge(std::vector<std::string>& into, const std::vector<std::string>& more) {
  into.insert(into.end(), more.begin(), more.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

void resolve_default_privileges(Catalog& desired, const std::string& role) {
  std::vector<Object> open;
  std::erase_if(desired.objects, [&](auto& entry) {
    const bool unstated = entry.first.kind == Kind::default_privilege && entry.first.parent.empty();
    if (unstated) open.push_back(std::move(entry.second));
    return unstated;
  });
  for (Object& object : open) {
    object.id.parent = role;
    const ObjectId id = object.id;
    const auto [there, is_new] = desired.objects.try_emplace(id, object);
    if (is_new) continue;
    auto& stated = std::get<DefaultPrivilege>(there->second.payload);
    const auto& more = std::get<DefaultPrivilege>(object.payload);
    merge(stated.grants, more.grants);
    merge(stated.revoked, more.revoked);
  }
}

/// Grants to whoever runs the statements are that role's; an owner needs none, and has lost what was revoked from it.
void resolve(Acl& acl, const std::string& owner, const std::string& current_user) {
  const auto named = [&](const Grant& grant) { return grant.grantee == current_role ? current_user : grant.grantee; };
  std::set<Grant> grants;
  for (Grant grant : acl.grants) {
    grant.grantee = named(grant);
    if (grant.grantee != owner) grants.insert(std::move(grant));
  }
  acl.grants = std::move(grants);
  for (const Grant& grant : acl.unclaimed)
    if (named(grant) == owner) acl.owner_revoked.insert(grant.privilege);
  acl.unclaimed.clear();
}

/// A user mapping for whoever runs the plan.
void resolve_user_mappings(Catalog& desired, const std::string& role) {
  std::vector<Object> open;
  std::erase_if(desired.objects, [&](auto& entry) {
    const bool unstated = entry.first.kind == Kind::user_mapping && !entry.first.signature.empty();
    if (unstated) open.push_back(std::move(entry.second));
    return unstated;
  });
  for (Object& object : open) {
    object.id.name = role;
    object.id.signature.clear();
    const ObjectId id = object.id;
    desired.objects.insert_or_assign(id, std::move(object));
  }
}

void resolve(Policy& policy, const std::string& current_user) {
  std::replace(policy.roles.begin(), policy.roles.end(), std::string(current_role), current_user);
  merge(policy.roles, {});
}

/// Who will own `object`; columns belong to their table's owner.
std::string owner_of(const Object& object, const Catalog& live, const Catalog& desired) {
  const ObjectId id = object.id.kind == Kind::column ? table_id(object.id.schema, object.id.parent) : object.id;
  if (const Object* stated = desired.find(id); stated != nullptr && stated->owner) return *stated->owner;
  if (const Object* there = live.find(id); there != nullptr && there->owner) return *there->owner;
  return live.current_user;
}

}  // namespace

void resolve_current_role(const Catalog& live, Catalog& desired) {
  if (live.current_user.empty()) return;
  resolve_default_privileges(desired, live.current_user);
  resolve_user_mappings(desired, live.current_user);
  for (auto& [id, object] : desired.objects) {
    const std::string owner = owner_of(object, live, desired);
    if (auto* policy = std::get_if<Policy>(&object.payload)) resolve(*policy, live.current_user);
    each_acl(object, [&](Acl& acl) { resolve(acl, owner, live.current_user); });
  }
}

}  // namespace trueup::diff
