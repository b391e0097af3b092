#include "verify/superuser_owned.h"

#include "base/quote.h"

namespace trueup::verify {

std::string made_by_superuser(const parse::Node& statement) {
  switch (static_cast<int>(statement.node_case)) {
    case PG_QUERY__NODE__NODE_CREATE_FDW_STMT:
      return "FOREIGN DATA WRAPPER " + quote_identifier(statement.create_fdw_stmt->fdwname);
    case PG_QUERY__NODE__NODE_CREATE_PUBLICATION_STMT:
      return "PUBLICATION " + quote_identifier(statement.create_publication_stmt->pubname);
    case PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT:
      return "SUBSCRIPTION " + quote_identifier(statement.create_subscription_stmt->subname);
    default:
      return "";
  }
}

std::string superuser_owner(const parse::Node& statement) {
  if (statement.node_case != PG_QUERY__NODE__NODE_ALTER_OWNER_STMT) return "";
  const PgQuery__AlterOwnerStmt& alter = *statement.alter_owner_stmt;
  switch (static_cast<int>(alter.object_type)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_FDW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_PUBLICATION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_SUBSCRIPTION:
      return alter.newowner->roletype == PG_QUERY__ROLE_SPEC_TYPE__ROLESPEC_CSTRING ? alter.newowner->rolename : "";
    default:
      return "";
  }
}

std::string named_validator(const parse::Node& statement) {
  parse::Nodes options;
  if (statement.node_case == PG_QUERY__NODE__NODE_CREATE_FDW_STMT)
    options = parse::nodes(statement.create_fdw_stmt->n_func_options, statement.create_fdw_stmt->func_options);
  if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_FDW_STMT)
    options = parse::nodes(statement.alter_fdw_stmt->n_func_options, statement.alter_fdw_stmt->func_options);
  std::string name;
  for (const parse::Node* node : options) {
    if (std::string_view(node->def_elem->defname) != "validator") continue;
    for (const std::string& part : parse::strings_of(parse::items_of(node->def_elem->arg)))
      name += (name.empty() ? "" : ".") + quote_identifier(part);
  }
  return name;
}

}  // namespace trueup::verify
