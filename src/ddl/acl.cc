#include <algorithm>
#include <array>
#include <map>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/default_privilege.h"
#include "ddl/text.h"
#include "ddl/view_column.h"

namespace trueup::ddl {

namespace {

/// Privileges as PostgreSQL's documentation lists them; unknown ones go last.
constexpr std::array<std::string_view, 13> privilege_order = {
    "SELECT", "INSERT",  "UPDATE",    "DELETE",  "TRUNCATE", "REFERENCES", "TRIGGER",
    "CREATE", "CONNECT", "TEMPORARY", "EXECUTE", "USAGE",    "MAINTAIN"};

std::size_t rank(std::string_view privilege) {
  return std::find(privilege_order.begin(), privilege_order.end(), privilege) - privilege_order.begin();
}

/// What stands between the privileges and TO: "ON TABLE public.t".
std::string target(const Object& object) {
  const Kind kind = object.id.kind;
  if (kind == Kind::column) return " ON TABLE " + sql_parent(object.id);
  if (is_relation(kind)) return " ON TABLE " + sql_name(object.id);
  if (kind == Kind::aggregate)
    return " ON FUNCTION " + qualified(object.id.schema, object.id.name) + "(" + object.id.signature + ")";
  if (kind == Kind::server) return " ON FOREIGN SERVER " + sql_name(object.id);
  return " ON " + named(object);
}

std::string privilege_list(const Object& object, std::vector<std::string> privileges) {
  std::stable_sort(privileges.begin(), privileges.end(),
                   [](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
  if (object.id.kind == Kind::column)
    for (std::string& privilege : privileges) privilege += " (" + sql_name(object.id) + ")";
  return join(privileges);
}

/// Privileges by grantee, PUBLIC first.
using ByGrantee = std::map<std::string, std::vector<std::string>>;

std::optional<Grant> held(const Acl& acl, const Grant& grant) {
  for (const bool grantable : {false, true}) {
    const Grant wanted{grant.grantee, grant.privilege, grantable};
    if (acl.grants.contains(wanted)) return wanted;
  }
  return std::nullopt;
}

void revoke(Statements& out, const Object& object, const ByGrantee& lost, std::string_view option) {
  for (const auto& [grantee, privileges] : lost)
    out.push_back(statement("REVOKE " + std::string(option) + privilege_list(object, privileges) + target(object) +
                            " FROM " + role_name(grantee)));
}

void grant(Statements& out, const Object& object, const ByGrantee& gained, std::string_view option) {
  for (const auto& [grantee, privileges] : gained)
    out.push_back(statement("GRANT " + privilege_list(object, privileges) + target(object) + " TO " +
                            role_name(grantee) + std::string(option)));
}

/// What the owner has lost and got back.
void change_owner_entries(Statements& out, const Object& object, const Acl& from, const Acl& to) {
  const std::string owner = object.owner ? quote_identifier(*object.owner) : "CURRENT_USER";
  const auto missing = [](const std::set<std::string>& a, const std::set<std::string>& b) {
    std::vector<std::string> only;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
    return only;
  };
  const auto lost = missing(to.owner_revoked, from.owner_revoked);
  const auto back = missing(from.owner_revoked, to.owner_revoked);
  if (!lost.empty())
    out.push_back(statement("REVOKE " + privilege_list(object, lost) + target(object) + " FROM " + owner));
  if (!back.empty())
    out.push_back(statement("GRANT " + privilege_list(object, back) + target(object) + " TO " + owner));
}

}  // namespace

Statements change_acl(const Object& object, const Acl& from, const Acl& to) {
  ByGrantee lost;
  ByGrantee lost_option;
  ByGrantee gained;
  ByGrantee gained_option;
  for (const Grant& old : from.grants) {
    const std::optional<Grant> now = held(to, old);
    if (!now) lost[old.grantee].push_back(old.privilege);
    if (now && old.grantable && !now->grantable) lost_option[old.grantee].push_back(old.privilege);
  }
  for (const Grant& now : to.grants) {
    const std::optional<Grant> old = held(from, now);
    if (old && (old->grantable || !now.grantable)) continue;
    (now.grantable ? gained_option : gained)[now.grantee].push_back(now.privilege);
  }
  Statements statements;
  revoke(statements, object, lost, "");
  revoke(statements, object, lost_option, "GRANT OPTION FOR ");
  change_owner_entries(statements, object, from, to);
  grant(statements, object, gained, "");
  grant(statements, object, gained_option, " WITH GRANT OPTION");
  return statements;
}

Acl acl_at_creation(const Object& object, const Catalog& live) {
  return acl_at_creation(object, live, live.current_user);
}

Acl acl_at_creation(const Object& object, const Catalog& catalog, std::string_view role) {
  const Kind kind = object.id.kind;
  Acl acl;
  if (kind == Kind::column) return acl;
  if (is_routine(kind)) acl.grants.insert({.grantee = "", .privilege = "EXECUTE"});
  if (is_type(kind) || kind == Kind::language) acl.grants.insert({.grantee = "", .privilege = "USAGE"});
  for (const Object* defaults : default_privileges_for(object.id, catalog, role))
    apply_default_privilege(*defaults, role, acl);
  const std::string owner = object.owner ? *object.owner : std::string(role);
  if (!owner.empty()) std::erase_if(acl.grants, [&](const Grant& each) { return each.grantee == owner; });
  return acl;
}

namespace {

/// The same for a view, whose columns are no objects.
Statements restate_view_columns(const Object& view, const Acl& from, const Acl& to) {
  Statements statements;
  for (const auto& [name, acl] : view_column_acls(view)) {
    Acl taken;
    for (const Grant& each : acl.grants)
      if (held(from, each) && !held(to, each)) taken.grants.insert(each);
    append(statements, change_acl(view_column(view, name), {}, taken));
  }
  return statements;
}

/// REVOKE on a table takes the same privilege from its columns as well: what they keep is granted anew.
Statements restate_column_grants(const Object& table, const Acl& from, const Acl& to, const Context& context) {
  Statements statements;
  for (const Object* column : context.to.columns_of(table.id)) {
    Acl taken;
    for (const Grant& each : column->acl.grants) {
      const bool was_on_table = held(from, each).has_value();
      if (was_on_table && !held(to, each)) taken.grants.insert(each);
    }
    for (Statement& again : change_acl(*column, {}, taken)) {
      if (context.from.find(column->id) == nullptr) again.needs = {column->id};
      statements.push_back(std::move(again));
    }
  }
  return statements;
}

}  // namespace

Statements alter_acl(const Object& from, const Object& to, const Context& context) {
  Object object = to;
  if (!object.owner) object.owner = from.owner;
  // A new owner holds everything as owner: what was granted to it before has merged into that.
  Acl before = from.acl;
  if (object.owner) std::erase_if(before.grants, [&](const Grant& each) { return each.grantee == *object.owner; });
  Statements statements = change_acl(object, before, to.acl);
  append(statements, restate_view_columns(object, before, to.acl));
  if (is_table(to.id.kind)) append(statements, restate_column_grants(to, before, to.acl, context));
  return statements;
}

}  // namespace trueup::ddl
