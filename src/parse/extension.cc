#include "parse/schema.h"

namespace trueup::parse {

static ObjectId extension_id(std::string_view name) {
  return {.kind = Kind::extension, .schema = {}, .parent = {}, .name = std::string(name), .signature = {}};
}

Outcome create_extension(Step& step, const PgQuery__CreateExtensionStmt& stmt) {
  if (std::string_view(stmt.extname) == "plpgsql") return {};  // in every database from the beginning
  Extension extension;
  for (const Node* node : nodes(stmt.n_options, stmt.options)) {
    const std::string_view name = node->def_elem->defname;
    if (name == "schema") extension.schema = value_text(*node->def_elem);
    if (name == "new_version") extension.version = value_text(*node->def_elem);
  }
  if (stmt.if_not_exists && step.fold.catalog.find(extension_id(stmt.extname))) return {};
  step.define(extension_id(stmt.extname), std::move(extension));
  return {};
}

Outcome alter_extension(Step& step, const PgQuery__AlterExtensionStmt& stmt) {
  Object* object = step.fold.catalog.find(extension_id(stmt.extname));
  if (!object) return {.missing = std::string("extension ") + stmt.extname, .offset = -1};
  for (const Node* node : nodes(stmt.n_options, stmt.options))
    if (std::string_view(node->def_elem->defname) == "new_version")
      std::get<Extension>(object->payload).version = value_text(*node->def_elem);
  return {};
}

}  // namespace trueup::parse
