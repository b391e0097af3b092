#include <fmt/format.h>

#include "random/expression.h"
#include "random/pieces/pieces.h"

namespace trueup::random {

/// Roles are never dropped, and few attributes are worth a pair: most pieces want one that exists.
bool write_role(Pen& pen) {
  Made role{.uid = pen.uid(), .sort = "role"};
  role.name = pen.scene().role_prefix + pen.name("r", "role ").substr(0, 40);
  role.sql = quoted(role.name);
  std::string options;
  for (const char* option : {"CREATEDB", "CREATEROLE", "NOINHERIT", "LOGIN", "BYPASSRLS"})
    if (pen.flag(option, 8)) options += fmt::format(" {}", option);
  if (pen.flag("limit", 8)) options += " CONNECTION LIMIT 3";
  pen.say(fmt::format("CREATE ROLE {}{}", role.sql, options));
  if (pen.flag("setting", 8)) pen.add(fmt::format("ALTER ROLE {} SET statement_timeout TO '5s'", role.sql));
  pen.comment("ROLE " + role.sql);
  pen.make(std::move(role));
  return true;
}

bool write_membership(Pen& pen) {
  const Made* group = pen.pick("group", of_sort({"role"}));
  const Made* member = group == nullptr ? nullptr : pen.pick("member", [&](const Made& made) {
    return made.sort == "role" && made.uid > group->uid;
  });
  if (member == nullptr || !pen.scene().taken.insert("member " + group->name + " " + member->name).second) return false;
  pen.say(fmt::format("GRANT {} TO {}{}", group->sql, member->sql, pen.flag("admin", 3) ? " WITH ADMIN OPTION" : ""));
  return true;
}

bool write_schema(Pen& pen) {
  Made schema{.uid = pen.uid(), .sort = "schema"};
  schema.name = pen.name("s", "schema ");
  schema.sql = quoted(schema.name);
  pen.say("CREATE SCHEMA " + schema.sql);
  pen.dress(schema, "SCHEMA", {"USAGE", "CREATE"});
  pen.make(std::move(schema));
  return true;
}

bool write_extension(Pen& pen) {
  static const std::vector<std::string> names = {"pg_trgm",  "citext", "hstore", "btree_gist",
                                                 "pgcrypto", "ltree",  "cube"};
  Made extension{.uid = pen.uid(), .sort = "extension"};
  extension.name = pen.choose("extension", names);
  if (!pen.scene().taken.insert("extension " + extension.name).second) return false;
  extension.schema = pen.schema();
  extension.sql = extension.name;
  pen.say(fmt::format("CREATE EXTENSION {}{}", extension.name,
                      extension.schema == "public" ? "" : " WITH SCHEMA " + quoted(extension.schema)));
  pen.comment("EXTENSION " + extension.sql);
  if (extension.name == "citext" || extension.name == "ltree") {
    extension.sort = "base type";
    extension.type = {.text = in(extension.schema, extension.name), .constants = {"'a'"}};
  }
  pen.make(std::move(extension));
  return true;
}

bool write_default_privilege(Pen& pen) {
  const Made* role = pen.pick("role", of_sort({"role"}));
  if (role == nullptr) return false;
  const Made* whose =
      pen.maybe("whose", 3, [&](const Made& made) { return made.sort == "role" && made.uid != role->uid; });
  const Made* schema = pen.maybe("in", 2, of_sort({"schema"}));
  static const std::vector<std::string> grants = {"SELECT ON TABLES",   "INSERT, UPDATE ON TABLES",
                                                  "USAGE ON SEQUENCES", "EXECUTE ON FUNCTIONS",
                                                  "USAGE ON TYPES",     "ALL ON TABLES"};
  pen.say(fmt::format("ALTER DEFAULT PRIVILEGES{}{} GRANT {} TO {}{}", whose ? " FOR ROLE " + whose->sql : "",
                      schema ? " IN SCHEMA " + schema->sql : "", pen.choose("what", grants), role->sql,
                      pen.flag("option", 4) ? " WITH GRANT OPTION" : ""));
  return true;
}

}  // namespace trueup::random
