#include "introspect/attributes.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

std::map<std::string, std::string> by_name(const std::vector<Setting>& settings) {
  std::map<std::string, std::string> found;
  for (const Setting& setting : settings) found[setting.name] = setting.value;
  return found;
}

// pg_roles rather than pg_authid: everybody may read it, and passwords are never wanted.
std::string role_query(const Context&) {
  return "SELECT oid, rolname, rolsuper, rolcreatedb, rolcreaterole, rolinherit, rolcanlogin, rolreplication, "
         "rolbypassrls, rolconnlimit, rolvaliduntil, rolconfig FROM pg_roles";
}

void fold_roles(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    const std::string name = row.text();
    context.roles[oid] = name;
    context.catalog.roles.insert(name);
    if (name.starts_with("pg_")) continue;
    Role role{.superuser = row.boolean(),
              .create_db = row.boolean(),
              .create_role = row.boolean(),
              .inherit = row.boolean(),
              .login = row.boolean(),
              .replication = row.boolean(),
              .bypass_rls = row.boolean(),
              .connection_limit = row.integer(),
              .valid_until = row.text(),
              .settings = by_name(settings_of(row.array()))};
    context.add({pg_authid, oid, 0}, {.id = {.kind = Kind::role, .name = name}, .payload = std::move(role)});
  }
}

// From version 16 on there is a row per grantor: one with an option is enough.
std::string membership_query(const Context& context) {
  const std::string options = context.since(16) ? "bool_or(inherit_option), bool_or(set_option)" : "true, true";
  return "SELECT roleid, member, bool_or(admin_option), " + options + " FROM pg_auth_members GROUP BY roleid, member";
}

void fold_memberships(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    ObjectId id{.kind = Kind::membership, .parent = context.role(row.oid()), .name = context.role(row.oid())};
    if (id.name.starts_with("pg_")) continue;
    context.catalog.objects[id] = {
        .id = id, .payload = Membership{.admin = row.boolean(), .inherit = row.boolean(), .set = row.boolean()}};
  }
}

}  // namespace

const Step role_step = {.what = "roles", .query = role_query, .fold = fold_roles};
const Step membership_step = {.what = "memberships", .query = membership_query, .fold = fold_memberships};

}  // namespace trueup::introspect
