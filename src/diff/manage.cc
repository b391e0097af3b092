#include "diff/manage.h"

#include <algorithm>

namespace trueup::diff {

namespace {

bool covers_role(const Extent& extent, const std::string& role) {
  const std::string name = role.empty() ? "PUBLIC" : role;
  const auto any = [&](const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const auto& p) { return glob_matches(p, name); });
  };
  return !any(extent.roles.exclude) && (extent.roles.include.empty() || any(extent.roles.include));
}

bool covers(const Extent& extent, const Object& object) { return extent.on && keeps(extent.objects, object); }

/// The grants of `acl` that are managed (or, with `managed` false, those that are not).
void keep_grants(Acl& acl, const Object& object, const Extent& extent, bool managed) {
  const bool covered = covers(extent, object);
  std::erase_if(acl.grants, [&](const Grant& g) { return (covered && covers_role(extent, g.grantee)) != managed; });
  if (covered != managed) acl.owner_revoked.clear();
}

void take_over(const Acl& live, Acl& desired, const Object& object, const Extent& extent) {
  keep_grants(desired, object, extent, true);
  Acl unmanaged = live;
  keep_grants(unmanaged, object, extent, false);
  desired.grants.merge(unmanaged.grants);
  desired.owner_revoked.merge(unmanaged.owner_revoked);
}

using ColumnAcls = std::map<std::string, Acl>;

void take_over_columns(const ColumnAcls* live, ColumnAcls& desired, const Object& object, const Extent& extent) {
  if (live)
    for (const auto& [column, acl] : *live) desired.try_emplace(column);
  for (auto& [column, acl] : desired) {
    const auto there = live ? live->find(column) : ColumnAcls::const_iterator{};
    take_over(live && there != live->end() ? there->second : Acl{}, acl, object, extent);
  }
  std::erase_if(desired, [](const auto& entry) { return entry.second == Acl{}; });
}

template <class ViewLike>
void take_over_view(const Object* live, Object& desired, const Extent& extent) {
  auto* view = std::get_if<ViewLike>(&desired.payload);
  const auto* before = live ? std::get_if<ViewLike>(&live->payload) : nullptr;
  if (view) take_over_columns(before ? &before->column_acls : nullptr, view->column_acls, desired, extent);
}

void take_over_identity(const Object* live, Object& desired, const Extent& extent) {
  auto* column = std::get_if<Column>(&desired.payload);
  const auto* before = live ? std::get_if<Column>(&live->payload) : nullptr;
  if (!column || !column->identity) return;
  take_over(before && before->identity ? before->identity->acl : Acl{}, column->identity->acl, desired, extent);
}

void take_over_privileges(const Object* live, Object& desired, const Extent& extent) {
  take_over(live ? live->acl : Acl{}, desired.acl, desired, extent);
  take_over_identity(live, desired, extent);
  take_over_view<View>(live, desired, extent);
  take_over_view<MaterializedView>(live, desired, extent);
}

void take_over_owner(const Object* live, Object& desired, const Extent& extent) {
  const bool managed = covers(extent, desired) && (!desired.owner || covers_role(extent, *desired.owner)) &&
                       (!live || !live->owner || covers_role(extent, *live->owner));
  if (managed) return;
  desired.owner = live ? live->owner : std::nullopt;
}

void take_over_comment(const Object* live, Object& desired, const Extent& extent) {
  if (!covers(extent, desired)) desired.comment = live ? live->comment : "";
}

void take_over_default_privileges(const Catalog& from, Catalog& to, const Extent& extent) {
  const auto unmanaged = [&](const auto& entry) {
    return entry.first.kind == Kind::default_privilege && !covers(extent, entry.second);
  };
  std::erase_if(to.objects, unmanaged);
  for (const auto& entry : from.objects)
    if (unmanaged(entry)) to.objects.insert(entry);
}

void take_over_extensions(const Catalog& from, Catalog& to, const Extent& extent) {
  const auto unmanaged = [&](const auto& entry) {
    return entry.first.kind == Kind::extension && !covers(extent, entry.second);
  };
  std::erase_if(to.objects, unmanaged);
  for (const auto& entry : from.objects)
    if (unmanaged(entry)) to.objects.insert(entry);
}

}  // namespace

void take_over_unmanaged(const Catalog& from, Catalog& to, const Manage& manage) {
  if (manage == Manage{}) return;
  take_over_extensions(from, to, manage.extensions);
  take_over_default_privileges(from, to, manage.privileges);
  for (auto& [id, desired] : to.objects) {
    const Object* live = from.find(id);
    take_over_privileges(live, desired, manage.privileges);
    take_over_owner(live, desired, manage.owners);
    take_over_comment(live, desired, manage.comments);
  }
}

void remove_unmanaged(Catalog& catalog, const Manage& manage) { take_over_unmanaged(Catalog{}, catalog, manage); }

}  // namespace trueup::diff
