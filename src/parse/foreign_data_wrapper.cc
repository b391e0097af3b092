#include "parse/foreign.h"

namespace trueup::parse {

namespace {

ObjectId wrapper_id(std::string_view name) {
  return {
      .kind = Kind::foreign_data_wrapper, .schema = {}, .parent = {}, .name = cut_identifier(name), .signature = {}};
}

// HANDLER takes no arguments, VALIDATOR options and the catalog they are for; "NO …" has no value.
std::optional<ObjectId> function_of(const Step& step, const PgQuery__DefElem& element, std::string_view signature) {
  const Nodes parts = items_of(element.arg);
  if (parts.empty()) return std::nullopt;
  const bool built_in = last_string(parts) == "postgresql_fdw_validator";  // the only one that PostgreSQL brings
  return ObjectId{.kind = Kind::function,
                  .schema = built_in ? "pg_catalog" : routine_schema(step, parts),
                  .parent = {},
                  .name = cut_identifier(last_string(parts)),
                  .signature = std::string(signature)};
}

void set_functions(const Step& step, ForeignDataWrapper& wrapper, Nodes elements) {
  for (const Node* node : elements) {
    const std::string_view name = node->def_elem->defname;
    if (name == "handler") wrapper.handler = function_of(step, *node->def_elem, "");
    if (name == "validator") wrapper.validator = function_of(step, *node->def_elem, "text[],oid");
  }
}

}  // namespace

Outcome create_foreign_data_wrapper(Step& step, const PgQuery__CreateFdwStmt& stmt) {
  ForeignDataWrapper wrapper;
  set_functions(step, wrapper, nodes(stmt.n_func_options, stmt.func_options));
  wrapper.options = foreign_options(nodes(stmt.n_options, stmt.options));
  step.define(wrapper_id(stmt.fdwname), std::move(wrapper));
  return {};
}

Outcome alter_foreign_data_wrapper(Step& step, const PgQuery__AlterFdwStmt& stmt) {
  const ObjectId id = wrapper_id(stmt.fdwname);
  Object* object = step.fold.catalog.find(id);
  if (!object) return {.missing = to_string(id), .offset = -1};
  auto& wrapper = std::get<ForeignDataWrapper>(object->payload);
  set_functions(step, wrapper, nodes(stmt.n_func_options, stmt.func_options));
  change_foreign_options(wrapper.options, nodes(stmt.n_options, stmt.options));
  return {};
}

}  // namespace trueup::parse
