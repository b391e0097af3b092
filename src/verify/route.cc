#include "verify/route.h"

#include <algorithm>

#include "verify/event_triggers.h"

namespace trueup::verify {

namespace {

using parse::Node;

Route for_superuser() { return {.login = Login::superuser, .reason = {}}; }
Route for_nobody(std::string reason) { return {.login = Login::nobody, .reason = std::move(reason)}; }

const PgQuery__DefElem* option(parse::Nodes options, std::string_view name) {
  for (const Node* node : options)
    if (node->node_case == PG_QUERY__NODE__NODE_DEF_ELEM && node->def_elem->defname == name) return node->def_elem;
  return nullptr;
}

/// A C library is code: only what the server was installed with is taken.
Route of_function(const PgQuery__CreateFunctionStmt& function) {
  const parse::Nodes options = parse::nodes(function.n_options, function.options);
  const PgQuery__DefElem* language = option(options, "language");
  const std::string name = language ? parse::value_text(*language) : "sql";
  // Made without looking into its body.
  if (option(options, "leakproof") != nullptr || option(options, "support") != nullptr) return for_superuser();
  if (name == "internal") return for_superuser();
  if (name != "c" && name != "C") return {};
  const PgQuery__DefElem* as = option(options, "as");
  const parse::Nodes parts = as ? parse::items_of(as->arg) : parse::Nodes{};
  const std::string_view library = parts.empty() ? std::string_view{} : parse::string_of(parts.front());
  const std::string_view file = library.starts_with("$libdir/") ? library.substr(8) : library;
  if (file.empty() || file.find('/') != std::string_view::npos)
    return for_nobody("its C library is not one of the server's own");
  return for_superuser();
}

/// Aggregates over an internal state are a superuser's. Making one reads INITCOND by its type's input function, which
/// a domain's check can make the author's code: not where a superuser makes it.
Route of_aggregate(const PgQuery__DefineStmt& aggregate) {
  const parse::Nodes options = parse::nodes(aggregate.n_definition, aggregate.definition);
  const auto has = [&](std::string_view name, std::string_view value) {
    const PgQuery__DefElem* found = option(options, name);
    return found != nullptr && (value.empty() || parse::value_text(*found) == value);
  };
  const bool internal = has("stype", "internal") || has("mstype", "internal");
  const bool reads =
      (has("initcond", "") && !has("stype", "internal")) || (has("minitcond", "") && !has("mstype", "internal"));
  return internal && !reads ? for_superuser() : Route{};
}

/// A cast between types of PostgreSQL's own is a superuser's to make, and from then on everybody's to run, superusers
/// included: not where it calls a function of the author's.
Route of_cast(const PgQuery__CreateCastStmt& cast) {
  if (cast.func == nullptr) return for_superuser();
  const parse::Nodes name = parse::nodes(cast.func->n_objname, cast.func->objname);
  const bool own = name.size() != 2 || parse::string_of(name[0]) != "pg_catalog";
  return own ? Route{} : for_superuser();
}

/// A trusted language lets anybody run code by its handler: only PL/pgSQL's is known to keep them in.
Route of_language(const PgQuery__CreatePLangStmt& language) {
  const parse::Nodes handler = parse::nodes(language.n_plhandler, language.plhandler);
  const bool plpgsql = handler.size() == 2 && parse::string_of(handler[0]) == "pg_catalog" &&
                       parse::string_of(handler[1]) == "plpgsql_call_handler";
  if (language.pltrusted && !plpgsql) return for_nobody("a trusted language lets everybody run code by its handler");
  return for_superuser();
}

/// Objects that belong to the superuser in a new database, or whose making and dropping asks for the owner of a type
/// that may be PostgreSQL's own.
bool belongs_to_superuser(PgQuery__ObjectType type) {
  static constexpr PgQuery__ObjectType types[] = {
      PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA,        PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION,
      PG_QUERY__OBJECT_TYPE__OBJECT_ROLE,          PG_QUERY__OBJECT_TYPE__OBJECT_LANGUAGE,
      PG_QUERY__OBJECT_TYPE__OBJECT_CAST,          PG_QUERY__OBJECT_TYPE__OBJECT_TRANSFORM,
      PG_QUERY__OBJECT_TYPE__OBJECT_EVENT_TRIGGER, PG_QUERY__OBJECT_TYPE__OBJECT_TSPARSER,
      PG_QUERY__OBJECT_TYPE__OBJECT_TSTEMPLATE};
  return std::find(std::begin(types), std::end(types), type) != std::end(types);
}

/// OWNER TO asks of anybody else that the new owner may create in that schema.
bool changes_owner(const PgQuery__AlterTableStmt& statement) {
  for (const Node* node : parse::nodes(statement.n_cmds, statement.cmds))
    if (node->alter_table_cmd->subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner) return statement.n_cmds == 1;
  return false;
}

bool defines_base_type(const PgQuery__DefineStmt& statement) {
  return statement.kind == PG_QUERY__OBJECT_TYPE__OBJECT_TYPE ||
         statement.kind == PG_QUERY__OBJECT_TYPE__OBJECT_TSPARSER ||
         statement.kind == PG_QUERY__OBJECT_TYPE__OBJECT_TSTEMPLATE;
}

}  // namespace

Route route_of(const Node& statement) {
  if (EventTriggers::concern(statement)) return for_superuser();
  // Everything not named here runs as the user: a kind that is forgotten fails, it does not gain rights.
  switch (static_cast<int>(statement.node_case)) {
    case PG_QUERY__NODE__NODE_CREATE_EXTENSION_STMT:
    case PG_QUERY__NODE__NODE_ALTER_EXTENSION_STMT:
    case PG_QUERY__NODE__NODE_CREATE_ROLE_STMT:
    case PG_QUERY__NODE__NODE_ALTER_ROLE_STMT:
    case PG_QUERY__NODE__NODE_ALTER_ROLE_SET_STMT:
    case PG_QUERY__NODE__NODE_DROP_ROLE_STMT:
    case PG_QUERY__NODE__NODE_GRANT_ROLE_STMT:
    case PG_QUERY__NODE__NODE_ALTER_OWNER_STMT:
    case PG_QUERY__NODE__NODE_CREATE_OP_CLASS_STMT:
    case PG_QUERY__NODE__NODE_CREATE_OP_FAMILY_STMT:
    case PG_QUERY__NODE__NODE_ALTER_OP_FAMILY_STMT:
    case PG_QUERY__NODE__NODE_CREATE_AM_STMT:
    case PG_QUERY__NODE__NODE_CREATE_FDW_STMT:
    case PG_QUERY__NODE__NODE_ALTER_FDW_STMT:
    case PG_QUERY__NODE__NODE_CREATE_PUBLICATION_STMT:
    case PG_QUERY__NODE__NODE_ALTER_PUBLICATION_STMT:
    case PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT:
    case PG_QUERY__NODE__NODE_ALTER_SUBSCRIPTION_STMT:
    case PG_QUERY__NODE__NODE_DROP_SUBSCRIPTION_STMT:
    case PG_QUERY__NODE__NODE_SEC_LABEL_STMT:
      return for_superuser();
    case PG_QUERY__NODE__NODE_CREATE_CAST_STMT:
      return of_cast(*statement.create_cast_stmt);
    case PG_QUERY__NODE__NODE_CREATE_TRANSFORM_STMT:
    case PG_QUERY__NODE__NODE_ALTER_TYPE_STMT:
      return for_superuser();
    case PG_QUERY__NODE__NODE_CREATE_PLANG_STMT:
      return of_language(*statement.create_plang_stmt);
    case PG_QUERY__NODE__NODE_CREATE_FUNCTION_STMT:
      return of_function(*statement.create_function_stmt);
    case PG_QUERY__NODE__NODE_ALTER_FUNCTION_STMT: {
      const PgQuery__AlterFunctionStmt& alter = *statement.alter_function_stmt;
      const parse::Nodes actions = parse::nodes(alter.n_actions, alter.actions);
      return option(actions, "leakproof") || option(actions, "support") ? for_superuser() : Route{};
    }
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
      return changes_owner(*statement.alter_table_stmt) ? for_superuser() : Route{};
    case PG_QUERY__NODE__NODE_DEFINE_STMT:
      if (statement.define_stmt->kind == PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE)
        return of_aggregate(*statement.define_stmt);
      return defines_base_type(*statement.define_stmt) ? for_superuser() : Route{};
    case PG_QUERY__NODE__NODE_COMMENT_STMT:
      return belongs_to_superuser(statement.comment_stmt->objtype) ? for_superuser() : Route{};
    case PG_QUERY__NODE__NODE_GRANT_STMT:
      return statement.grant_stmt->objtype == PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA ? for_superuser() : Route{};
    case PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT:
    case PG_QUERY__NODE__NODE_DROP_STMT:
    case PG_QUERY__NODE__NODE_RENAME_STMT:
      break;
    case PG_QUERY__NODE__NODE_ALTER_SYSTEM_STMT:
    case PG_QUERY__NODE__NODE_CREATE_TABLE_SPACE_STMT:
    case PG_QUERY__NODE__NODE_CREATEDB_STMT:
    case PG_QUERY__NODE__NODE_DROPDB_STMT:
    case PG_QUERY__NODE__NODE_LOAD_STMT:
      return for_nobody("it reaches outside of the database");
    default:
      break;
  }
  const auto drops = [&](PgQuery__ObjectType type) {
    return statement.node_case == PG_QUERY__NODE__NODE_DROP_STMT && statement.drop_stmt->remove_type == type;
  };
  static constexpr PgQuery__ObjectType dropped_by_superuser[] = {
      PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION, PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA,
      PG_QUERY__OBJECT_TYPE__OBJECT_CAST,      PG_QUERY__OBJECT_TYPE__OBJECT_TRANSFORM,
      PG_QUERY__OBJECT_TYPE__OBJECT_LANGUAGE,  PG_QUERY__OBJECT_TYPE__OBJECT_TSPARSER,
      PG_QUERY__OBJECT_TYPE__OBJECT_TSTEMPLATE};
  if (std::any_of(std::begin(dropped_by_superuser), std::end(dropped_by_superuser), drops)) return for_superuser();
  if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_OBJECT_SCHEMA_STMT &&
      statement.alter_object_schema_stmt->object_type == PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION)
    return for_superuser();
  return {};
}

}  // namespace trueup::verify
