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
  for (auto& [id, object] : desired.objects) {
    if (object.acl.grants.empty()) continue;
    const std::string owner = owner_of(object, live, desired);
    std::erase_if(object.acl.grants, [&](const Grant& grant) { return grant.grantee == owner; });
  }
}

}  // namespace trueup::diff
