#include "parse/role.h"

#include "parse/grammar.h"
#include "parse/newer_syntax.h"
#include "parse/routine.h"

namespace trueup::parse {

namespace {

ObjectId role_id(std::string_view name) {
  return {.kind = Kind::role, .schema = {}, .parent = {}, .name = std::string(name), .signature = {}};
}

/// From version 16 on each membership says for itself what is inherited, at first what the member's role says; before,
/// and for SET, there is nothing to say.
bool inherits(const Step& step, std::string_view member) {
  const Object* role = step.fold.catalog.find(role_id(member));
  return step.fold.options.server_version < 160000 || !role || std::get<Role>(role->payload).inherit;
}

Membership& membership(const Step& step, std::string_view role, std::string_view member) {
  const ObjectId id{.kind = Kind::membership,
                    .schema = {},
                    .parent = std::string(role),
                    .name = std::string(member),
                    .signature = {}};
  Object* object = step.fold.catalog.find(id);
  if (!object) object = step.define(id, Membership{.inherit = inherits(step, member)});
  return std::get<Membership>(object->payload);
}

void add_member(const Step& step, std::string_view role, std::string_view member, bool admin) {
  membership(step, role, member).admin |= admin;
}

void add_members(const Step& step, std::string_view role, const Node* list, bool granted, bool admin) {
  for (const Node* node : items_of(list)) {
    const std::optional<std::string> other = role_of(*node->role_spec);
    if (!other) continue;
    if (granted)
      add_member(step, *other, role, false);
    else
      add_member(step, role, *other, admin);
  }
}

void apply(const Step& step, std::string_view name, Role& role, const PgQuery__DefElem& option) {
  const std::string_view key = option.defname;
  if (key == "superuser") role.superuser = value_true(option);
  if (key == "createdb") role.create_db = value_true(option);
  if (key == "createrole") role.create_role = value_true(option);
  if (key == "inherit") role.inherit = value_true(option);
  if (key == "canlogin") role.login = value_true(option);
  if (key == "isreplication") role.replication = value_true(option);
  if (key == "bypassrls") role.bypass_rls = value_true(option);
  if (key == "connectionlimit") role.connection_limit = std::atoll(value_text(option).c_str());
  if (key == "validUntil") role.valid_until = value_text(option);
  if (key == "addroleto") add_members(step, name, option.arg, true, false);
  if (key == "rolemembers") add_members(step, name, option.arg, false, false);
  if (key == "adminmembers") add_members(step, name, option.arg, false, true);
}

}  // namespace

/// WITH ADMIN, INHERIT, SET; or REVOKE … OPTION FOR.
struct MembershipOptions {
  std::optional<bool> admin;
  std::optional<bool> inherit;
  std::optional<bool> set;

  [[nodiscard]] bool any() const { return admin || inherit || set; }
};

static MembershipOptions options_of(const Step& step, const PgQuery__GrantRoleStmt& stmt) {
  MembershipOptions options{.admin = membership_option(stmt, "admin"),
                            .inherit = membership_option(stmt, "inherit"),
                            .set = membership_option(stmt, "set")};
  if (grammar_version() >= 16) return options;
  for (const MembershipOption& option : membership_options(step.statement.text()))
    (option.name == "ADMIN" ? options.admin : option.name == "INHERIT" ? options.inherit : options.set) = option.value;
  return options;
}

static void grant_with(const MembershipOptions& options, Membership& membership) {
  membership.admin = options.admin.value_or(membership.admin);
  membership.inherit = options.inherit.value_or(membership.inherit);
  membership.set = options.set.value_or(membership.set);
}

static void revoke_options(const MembershipOptions& options, Membership& membership) {
  if (options.admin) membership.admin = false;
  if (options.inherit) membership.inherit = false;
  if (options.set) membership.set = false;
}

Outcome create_role(Step& step, const PgQuery__CreateRoleStmt& stmt) {
  const std::string name = cut_identifier(stmt.role);
  Role role;
  role.login = stmt.stmt_type == PG_QUERY__ROLE_STMT_TYPE__ROLESTMT_USER;
  for (const Node* node : nodes(stmt.n_options, stmt.options)) apply(step, name, role, *node->def_elem);
  step.fold.catalog.roles.insert(name);
  step.define(role_id(name), std::move(role));
  return {};
}

Outcome alter_role(Step& step, const PgQuery__AlterRoleStmt& stmt) {
  const std::optional<std::string> name = role_of(*stmt.role);
  Object* object = name ? step.fold.catalog.find(role_id(*name)) : nullptr;
  if (!object) {
    if (!name) step.not_managed("ALTER ROLE for the current user");
    return name ? Outcome{.missing = "role " + *name, .offset = stmt.role->location} : Outcome{};
  }
  auto& role = std::get<Role>(object->payload);
  for (const Node* node : nodes(stmt.n_options, stmt.options)) {
    const PgQuery__DefElem& option = *node->def_elem;
    // ALTER GROUP … DROP USER comes by the same node, with action -1.
    if (std::string_view(option.defname) == "rolemembers" && stmt.action < 0) {
      for (const Node* member : items_of(option.arg))
        step.fold.erase({.kind = Kind::membership,
                         .schema = {},
                         .parent = *name,
                         .name = role_of(*member->role_spec).value_or(""),
                         .signature = {}});
      continue;
    }
    apply(step, *name, role, option);
  }
  return {};
}

Outcome alter_role_set(Step& step, const PgQuery__AlterRoleSetStmt& stmt) {
  if (*stmt.database != '\0' || !stmt.role) {
    step.not_managed("a role's setting in one database");
    return {};
  }
  const std::optional<std::string> name = role_of(*stmt.role);
  Object* object = name ? step.fold.catalog.find(role_id(*name)) : nullptr;
  if (!object) {
    if (!name) step.not_managed("ALTER ROLE for the current user");
    return name ? Outcome{.missing = "role " + *name, .offset = stmt.role->location} : Outcome{};
  }
  auto& settings = std::get<Role>(object->payload).settings;
  const PgQuery__VariableSetStmt& set = *stmt.setstmt;
  if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET_ALL)
    settings.clear();
  else if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE)
    settings[set.name] = setting_value(set);
  else
    settings.erase(set.name);
  return {};
}

Outcome grant_role(Step& step, const PgQuery__GrantRoleStmt& stmt) {
  for (const Node* granted : nodes(stmt.n_granted_roles, stmt.granted_roles)) {
    const std::string role = cut_identifier(granted->access_priv->priv_name);
    for (const Node* grantee : nodes(stmt.n_grantee_roles, stmt.grantee_roles)) {
      const std::optional<std::string> member = role_of(*grantee->role_spec);
      if (!member) {
        step.not_managed("a membership of the current user", grantee->role_spec->location);
        continue;
      }
      const ObjectId id{.kind = Kind::membership, .schema = {}, .parent = role, .name = *member, .signature = {}};
      const MembershipOptions options = options_of(step, stmt);
      if (stmt.is_grant)
        grant_with(options, membership(step, role, *member));
      else if (Object* there = step.fold.catalog.find(id); there && options.any())
        revoke_options(options, std::get<Membership>(there->payload));
      else
        step.fold.erase(id);
    }
  }
  return {};
}

Outcome drop_role(Step& step, const PgQuery__DropRoleStmt& stmt) {
  for (const Node* node : nodes(stmt.n_roles, stmt.roles)) {
    const std::optional<std::string> name = role_of(*node->role_spec);
    if (!name) continue;
    step.fold.catalog.roles.erase(*name);
    step.fold.erase(role_id(*name));
  }
  return {};
}

}  // namespace trueup::parse
