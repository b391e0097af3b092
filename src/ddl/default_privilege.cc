#include "ddl/default_privilege.h"

#include <algorithm>

#include "base/quote.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

constexpr std::string_view with_grant_option = " WITH GRANT OPTION";

/// "alice SELECT WITH GRANT OPTION" taken apart; the privilege is one word, the grantee may hold spaces.
Grant parsed(std::string_view text) {
  Grant grant;
  if (text.ends_with(with_grant_option)) {
    grant.grantable = true;
    text.remove_suffix(with_grant_option.size());
  }
  const std::size_t space = text.rfind(' ');
  grant.privilege = text.substr(space + 1);
  grant.grantee = text.substr(0, space);
  if (grant.grantee == "PUBLIC") grant.grantee.clear();
  return grant;
}

/// The class of objects in ALTER DEFAULT PRIVILEGES that `kind` belongs to; "" for none.
std::string_view class_of(Kind kind) {
  if (is_relation(kind)) return "tables";
  if (is_routine(kind)) return "functions";
  if (is_type(kind)) return "types";
  if (kind == Kind::sequence) return "sequences";
  if (kind == Kind::schema) return "schemas";
  return "";
}

std::string prefix(const ObjectId& id) {
  std::string text = "ALTER DEFAULT PRIVILEGES";
  if (!id.parent.empty()) text += " FOR ROLE " + quote_identifier(id.parent);
  if (!id.schema.empty()) text += " IN SCHEMA " + quote_identifier(id.schema);
  return text;
}

enum class Act { grant, revoke };

/// One statement per grantee and grant option.
void act(Statements& out, const ObjectId& id, Act act, const std::vector<std::string>& entries) {
  std::vector<std::pair<Grant, std::vector<std::string>>> groups;
  for (const std::string& entry : entries) {
    Grant grant = parsed(entry);
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const auto& group) {
      return group.first.grantee == grant.grantee && group.first.grantable == grant.grantable;
    });
    if (same != groups.end())
      same->second.push_back(grant.privilege);
    else
      groups.emplace_back(grant, std::vector{grant.privilege});
  }
  for (const auto& [grant, privileges] : groups) {
    const bool grants = act == Act::grant;
    out.push_back(statement(prefix(id) + (grants ? " GRANT " : " REVOKE ") + join(privileges) + " ON " +
                            upper(id.name) + (grants ? " TO " : " FROM ") + role_name(grant.grantee) +
                            (grants && grant.grantable ? std::string(with_grant_option) : "")));
  }
}

std::vector<std::string> only_in(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> only;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
  return only;
}

Statements change(const ObjectId& id, const DefaultPrivilege& from, const DefaultPrivilege& to) {
  Statements statements;
  act(statements, id, Act::revoke, only_in(from.grants, to.grants));
  act(statements, id, Act::revoke, only_in(to.revoked, from.revoked));
  act(statements, id, Act::grant, only_in(from.revoked, to.revoked));
  act(statements, id, Act::grant, only_in(to.grants, from.grants));
  return statements;
}

Statements create(const Object& object, const Context&) { return change(object.id, {}, as<DefaultPrivilege>(object)); }

Statements drop(const Object& object, const Context&) { return change(object.id, as<DefaultPrivilege>(object), {}); }

Statements alter(const Object& from, const Object& to, const Context&) {
  return change(to.id, as<DefaultPrivilege>(from), as<DefaultPrivilege>(to));
}

constexpr FieldRule fields[] = {
    {.field = "grants", .alter = alter},
    {.field = "revoked", .alter = alter},
};

}  // namespace

std::vector<const Object*> default_privileges_for(const ObjectId& made, const Catalog& catalog, std::string_view role) {
  std::vector<const Object*> found;
  const std::string name(class_of(made.kind));
  if (name.empty()) return found;
  std::vector<std::string> schemas = {""};
  if (made.kind != Kind::schema) schemas.push_back(made.schema);
  for (const std::string& schema : schemas) {
    // FOR ROLE left out means whoever runs the statement.
    for (const std::string& maker : {std::string(), std::string(role)}) {
      const ObjectId id{
          .kind = Kind::default_privilege, .schema = schema, .parent = maker, .name = name, .signature = {}};
      const Object* defaults = catalog.find(id);
      if (defaults != nullptr && (found.empty() || found.back() != defaults)) found.push_back(defaults);
    }
  }
  return found;
}

void apply_default_privilege(const Object& defaults, std::string_view role, Acl& acl) {
  const auto& privileges = as<DefaultPrivilege>(defaults);
  for (const std::string& text : privileges.revoked) {
    const Grant lost = parsed(text);
    acl.grants.erase({lost.grantee, lost.privilege, false});
    acl.grants.erase({lost.grantee, lost.privilege, true});
    if (!role.empty() && lost.grantee == role) acl.owner_revoked.insert(lost.privilege);
  }
  for (const std::string& text : privileges.grants) {
    const Grant gained = parsed(text);
    if (gained.grantable) acl.grants.erase({gained.grantee, gained.privilege, false});
    if (gained.grantable || !acl.grants.contains({gained.grantee, gained.privilege, true})) acl.grants.insert(gained);
  }
}

constinit const KindRules default_privilege_rules = {
    .kind = Kind::default_privilege, .weight = 250, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
