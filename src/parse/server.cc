#include "parse/foreign.h"

namespace trueup::parse {

ObjectId server_id(std::string_view name) {
  return {.kind = Kind::server, .schema = {}, .parent = {}, .name = cut_identifier(name), .signature = {}};
}

Outcome create_server(Step& step, const PgQuery__CreateForeignServerStmt& stmt) {
  const ObjectId id = server_id(stmt.servername);
  if (stmt.if_not_exists && step.fold.catalog.find(id)) return {};
  step.define(id, Server{.wrapper = cut_identifier(stmt.fdwname),
                         .type = stmt.servertype,
                         .version = stmt.version,
                         .options = foreign_options(nodes(stmt.n_options, stmt.options))});
  return {};
}

Outcome alter_server(Step& step, const PgQuery__AlterForeignServerStmt& stmt) {
  const ObjectId id = server_id(stmt.servername);
  Object* object = step.fold.catalog.find(id);
  if (!object) return {.missing = to_string(id), .offset = -1};
  auto& server = std::get<Server>(object->payload);
  if (stmt.has_version) server.version = stmt.version;
  change_foreign_options(server.options, nodes(stmt.n_options, stmt.options));
  return {};
}

}  // namespace trueup::parse
