#include <algorithm>

#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

// The entry for the whole database replaces the built-in default, the one for a schema adds to it.
std::string query(const Context&) {
  return "SELECT d.defaclrole, n.nspname, d.defaclobjtype, d.defaclacl, CASE WHEN d.defaclnamespace = 0 "
         "THEN acldefault(CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) END "
         "FROM pg_default_acl d LEFT JOIN pg_namespace n ON n.oid = d.defaclnamespace "
         "WHERE d.defaclnamespace = 0 OR d.defaclnamespace = ANY ($schemas)";
}

std::string object_class(char letter) {
  switch (letter) {
    case 'r':
      return "tables";
    case 'S':
      return "sequences";
    case 'f':
      return "functions";
    case 'T':
      return "types";
    case 'n':
      return "schemas";
    case 'L':
      return "large objects";
    default:
      return "";
  }
}

std::string text(const Grant& grant, bool with_option) {
  return (grant.grantee.empty() ? "PUBLIC" : grant.grantee) + " " + grant.privilege +
         (with_option && grant.grantable ? " WITH GRANT OPTION" : "");
}

/// True when `set` has the grant, whatever its grant option.
bool held(const std::set<Grant>& set, Grant grant) {
  grant.grantable = false;
  if (set.contains(grant)) return true;
  grant.grantable = true;
  return set.contains(grant);
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    Object object{.id = {.kind = Kind::default_privilege, .parent = context.role(row.oid())}};
    object.id.schema = row.text();
    object.id.name = object_class(row.character());
    if (object.id.name == "large objects") {
      context.warn_not_managed(to_string(object.id));
      continue;
    }
    const std::set<Grant> now = split_acl(row.view());
    const std::set<Grant> built_in = split_acl(row.view());
    DefaultPrivilege privilege;
    for (const Grant& grant : now)
      if (!built_in.contains(grant)) privilege.grants.push_back(text(grant, true));
    for (const Grant& grant : built_in)
      if (!held(now, grant)) privilege.revoked.push_back(text(grant, false));
    if (privilege.grants.empty() && privilege.revoked.empty()) continue;
    std::sort(privilege.grants.begin(), privilege.grants.end());
    std::sort(privilege.revoked.begin(), privilege.revoked.end());
    object.payload = std::move(privilege);
    const ObjectId id = object.id;
    context.catalog.objects[id] = std::move(object);
  }
}

}  // namespace

const Step default_privilege_step = {.what = "default privileges", .query = query, .fold = fold};

}  // namespace trueup::introspect
