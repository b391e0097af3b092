#include "verify/roles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/quote.h"
#include "parse/tree.h"

namespace trueup::verify {

namespace {

using parse::Node;
using parse::Nodes;

constexpr std::array powerful = {"pg_execute_server_program", "pg_read_server_files", "pg_write_server_files"};

void add(const PgQuery__RoleSpec* spec, std::set<std::string>& names) {
  if (spec != nullptr && spec->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CSTRING) names.insert(spec->rolename);
}

/// RoleSpecs that are a field of their own, not a node in a list.
void add_direct(const Node& node, std::set<std::string>& names) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_ROLE_SPEC:
      add(node.role_spec, names);
      break;
    case PG_QUERY__NODE__NODE_ALTER_OWNER_STMT:
      add(node.alter_owner_stmt->newowner, names);
      break;
    case PG_QUERY__NODE__NODE_CREATE_USER_MAPPING_STMT:
      add(node.create_user_mapping_stmt->user, names);
      break;
    case PG_QUERY__NODE__NODE_ALTER_USER_MAPPING_STMT:
      add(node.alter_user_mapping_stmt->user, names);
      break;
    case PG_QUERY__NODE__NODE_ALTER_TABLE_CMD:
      add(node.alter_table_cmd->newowner, names);
      break;
    case PG_QUERY__NODE__NODE_CREATE_SCHEMA_STMT:
      add(node.create_schema_stmt->authrole, names);
      break;
    case PG_QUERY__NODE__NODE_ALTER_ROLE_STMT:
      add(node.alter_role_stmt->role, names);
      break;
    case PG_QUERY__NODE__NODE_ALTER_ROLE_SET_STMT:
      add(node.alter_role_set_stmt->role, names);
      break;
    case PG_QUERY__NODE__NODE_GRANT_ROLE_STMT:
      for (const Node* role : parse::nodes(node.grant_role_stmt->n_granted_roles, node.grant_role_stmt->granted_roles))
        if (role->node_case == PG_QUERY__NODE__NODE_ACCESS_PRIV) names.insert(role->access_priv->priv_name);
      break;
    case PG_QUERY__NODE__NODE_COMMENT_STMT:
      if (node.comment_stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_ROLE)
        names.emplace(parse::string_of(node.comment_stmt->object));
      break;
    default:
      break;
  }
}

const PgQuery__DefElem* option(Nodes options, std::string_view name) {
  for (const Node* node : options)
    if (node->node_case == PG_QUERY__NODE__NODE_DEF_ELEM && node->def_elem->defname == name) return node->def_elem;
  return nullptr;
}

bool is_superuser(const std::string& role, db::Connection& superuser) {
  Result<db::Rows> rows =
      superuser.run("SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = " + quote_literal(role));
  return !rows || (rows->size() == 1 && rows->boolean(0, 0));
}

bool reserved(std::string_view role) { return role.starts_with("trueup_"); }

std::string powerful_one(const std::set<std::string>& roles, db::Connection& superuser) {
  for (const std::string& role : roles)
    if (reserved(role) || std::find(powerful.begin(), powerful.end(), role) != powerful.end() ||
        is_superuser(role, superuser))
      return role;
  return {};
}

/// A superuser role must have no members there: the one login that runs code may be one of them.
std::string of_role_options(Nodes options, const std::string& role, const std::vector<std::string>& logins,
                            db::Connection& superuser) {
  const PgQuery__DefElem* made_superuser = option(options, "superuser");
  if (made_superuser && parse::value_true(*made_superuser)) {
    if (option(options, "rolemembers") || option(options, "adminmembers"))
      return "a superuser role with members is not made on the embedded server";
    for (const std::string& login : logins)
      (void)superuser.run(fmt::format("REVOKE {} FROM {}", quote_identifier(role), quote_identifier(login)));
    Result<db::Rows> members = superuser.run(
        "SELECT FROM pg_catalog.pg_auth_members m JOIN pg_catalog.pg_roles r ON r.oid = m.roleid WHERE r.rolname = " +
        quote_literal(role));
    if (!members || !members->empty()) return "a superuser role with members is not made on the embedded server";
  }
  std::set<std::string> granted;
  if (const PgQuery__DefElem* in_role = option(options, "addroleto"))
    for (const Node* node : parse::items_of(in_role->arg)) add_direct(*node, granted);
  const std::string one = powerful_one(granted, superuser);
  return one.empty() ? "" : fmt::format("membership in {} is not given on the embedded server", one);
}

}  // namespace

void collect_roles(const Node& statement, std::set<std::string>& names) {
  parse::for_each_node(statement, [&](const Node& node) {
    add_direct(node, names);
    return true;
  });
}

void collect_roles(const Catalog& catalog, std::set<std::string>& names) {
  for (const auto& [id, object] : catalog.objects) {
    if (object.owner) names.insert(*object.owner);
    each_acl(object, [&](const Acl& acl) {
      for (const Grant& grant : acl.grants)
        if (grant.grantee != current_role) names.insert(grant.grantee);
    });
    if (id.kind == Kind::role) names.insert(id.name);
    if (id.kind == Kind::membership) names.insert({id.parent, id.name});
    if (id.kind == Kind::default_privilege) names.insert(id.parent);
    if (id.kind == Kind::user_mapping) names.insert(id.name);
    if (const auto* policy = std::get_if<Policy>(&object.payload))
      names.insert(policy->roles.begin(), policy->roles.end());
    if (const auto* defaults = std::get_if<DefaultPrivilege>(&object.payload))
      for (const std::string& grant : defaults->grants)
        if (const std::string grantee = grant.substr(0, grant.find(' ')); grantee != "PUBLIC") names.insert(grantee);
  }
  names.erase("");
  names.erase(std::string(current_role));
}

std::string created_role(const Node& statement) {
  return statement.node_case == PG_QUERY__NODE__NODE_CREATE_ROLE_STMT ? statement.create_role_stmt->role
                                                                      : std::string();
}

void ScriptRoles::add(std::string_view sql) {
  const parse::Tree tree = parse::Tree::of_script(sql, nullptr);
  for (std::size_t i = 0; i < tree.size(); ++i) {
    collect_roles(*tree[i].stmt, named);
    created.insert(created_role(*tree[i].stmt));
  }
}

std::set<std::string> ScriptRoles::needed() const {
  std::set<std::string> needed = named;
  for (const std::string& role : created) needed.erase(role);
  return needed;
}

std::string gives_power_away(const Node& statement, const std::vector<std::string>& logins, db::Connection& superuser) {
  if (statement.node_case == PG_QUERY__NODE__NODE_CREATE_ROLE_STMT) {
    const PgQuery__CreateRoleStmt& create = *statement.create_role_stmt;
    return of_role_options(parse::nodes(create.n_options, create.options), create.role, logins, superuser);
  }
  std::set<std::string> named;
  collect_roles(statement, named);
  if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_ROLE_STMT) {
    const PgQuery__AlterRoleStmt& alter = *statement.alter_role_stmt;
    for (const std::string& role : named)
      if (reserved(role)) return fmt::format("{} is trueup's own", role);
    return of_role_options(parse::nodes(alter.n_options, alter.options), *named.begin(), logins, superuser);
  }
  if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_ROLE_SET_STMT)
    return named.empty() ? "settings for all roles are not made on the embedded server"
                         : (reserved(*named.begin()) ? "that role is trueup's own" : "");
  if (statement.node_case == PG_QUERY__NODE__NODE_GRANT_ROLE_STMT) {
    const PgQuery__GrantRoleStmt& grant = *statement.grant_role_stmt;
    std::set<std::string> granted;
    for (const Node* role : parse::nodes(grant.n_granted_roles, grant.granted_roles))
      if (role->node_case == PG_QUERY__NODE__NODE_ACCESS_PRIV) granted.insert(role->access_priv->priv_name);
    const std::string one = grant.is_grant ? powerful_one(granted, superuser) : "";
    return one.empty() ? "" : fmt::format("membership in {} is not given on the embedded server", one);
  }
  const bool owner = statement.node_case == PG_QUERY__NODE__NODE_ALTER_OWNER_STMT ||
                     statement.node_case == PG_QUERY__NODE__NODE_ALTER_TABLE_STMT;
  for (const std::string& login : logins) named.erase(login);
  const std::string one = owner ? powerful_one(named, superuser) : "";
  return one.empty() ? "" : fmt::format("nothing is given to the superuser {} on the embedded server", one);
}

}  // namespace trueup::verify
