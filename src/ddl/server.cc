#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/foreign_options.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const Server& server = as<Server>(object);
  std::string sql = "CREATE SERVER " + sql_name(object.id);
  if (!server.type.empty()) sql += " TYPE " + quote_literal(server.type);
  if (!server.version.empty()) sql += " VERSION " + quote_literal(server.version);
  sql += " FOREIGN DATA WRAPPER " + quote_identifier(server.wrapper);
  Secrets secrets;
  sql += with_foreign_options(server.options, secrets);
  Statements statements = {secretive(std::move(sql), std::move(secrets))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP SERVER " + sql_name(object.id))}; }

Statements alter_version(const Object&, const Object& to, const Context&) {
  const std::string& version = as<Server>(to).version;
  return {statement("ALTER " + named(to) + " VERSION " + (version.empty() ? "NULL" : quote_literal(version)))};
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_foreign_options("ALTER " + named(to), as<Server>(from).options, as<Server>(to).options);
}

constexpr FieldRule fields[] = {
    {.field = "wrapper", .alter = nullptr},
    {.field = "type", .alter = nullptr},
    {.field = "version", .alter = alter_version},
    {.field = "options", .alter = alter_options},
};

}  // namespace

constinit const KindRules server_rules = {
    .kind = Kind::server, .weight = 113, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
