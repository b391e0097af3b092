#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string flag(bool on, std::string_view word) { return on ? std::string(word) : "NO" + std::string(word); }

/// The options that differ between the two, as CREATE ROLE and ALTER ROLE take them.
std::vector<std::string> changed_options(const Role& from, const Role& to) {
  std::vector<std::string> parts;
  const auto add = [&](bool old, bool now, std::string_view word) {
    if (old != now) parts.push_back(flag(now, word));
  };
  add(from.superuser, to.superuser, "SUPERUSER");
  add(from.create_db, to.create_db, "CREATEDB");
  add(from.create_role, to.create_role, "CREATEROLE");
  add(from.inherit, to.inherit, "INHERIT");
  add(from.login, to.login, "LOGIN");
  add(from.replication, to.replication, "REPLICATION");
  add(from.bypass_rls, to.bypass_rls, "BYPASSRLS");
  if (from.connection_limit != to.connection_limit)
    parts.push_back("CONNECTION LIMIT " + std::to_string(to.connection_limit));
  if (from.valid_until != to.valid_until)
    parts.push_back("VALID UNTIL " + quote_literal(to.valid_until.empty() ? "infinity" : to.valid_until));
  return parts;
}

Statements change_settings(const Object& role, const Role& from, const Role& to) {
  const std::string prefix = "ALTER ROLE " + sql_name(role.id);
  Statements statements;
  for (const auto& [name, value] : from.settings)
    if (!to.settings.contains(name)) statements.push_back(statement(prefix + " RESET " + setting_name(name)));
  for (const auto& [name, value] : to.settings) {
    const auto old = from.settings.find(name);
    if (old == from.settings.end() || old->second != value)
      statements.push_back(statement(prefix + " SET " + setting_name(name) + " TO " + value));
  }
  return statements;
}

Statements create(const Object& object, const Context& context) {
  const Role& role = as<Role>(object);
  std::string sql = "CREATE ROLE " + sql_name(object.id);
  if (const auto options = changed_options({}, role); !options.empty()) sql += " " + join(options, " ");
  Statements statements = {statement(sql)};
  append(statements, change_settings(object, {}, role));
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP ROLE " + sql_name(object.id))}; }

Statements alter_options(const Object& from, const Object& to, const Context&) {
  const auto options = changed_options(as<Role>(from), as<Role>(to));
  if (options.empty()) return {};
  return {statement("ALTER ROLE " + sql_name(to.id) + " " + join(options, " "))};
}

Statements alter_settings(const Object& from, const Object& to, const Context&) {
  return change_settings(to, as<Role>(from), as<Role>(to));
}

constexpr FieldRule fields[] = {
    {.field = "superuser", .alter = alter_options},   {.field = "create_db", .alter = alter_options},
    {.field = "create_role", .alter = alter_options}, {.field = "inherit", .alter = alter_options},
    {.field = "login", .alter = alter_options},       {.field = "replication", .alter = alter_options},
    {.field = "bypass_rls", .alter = alter_options},  {.field = "connection_limit", .alter = alter_options},
    {.field = "valid_until", .alter = alter_options}, {.field = "settings", .alter = alter_settings},
};

}  // namespace

constinit const KindRules role_rules = {
    .kind = Kind::role, .weight = 10, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
