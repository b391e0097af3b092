#include "verify/subscription.h"

#include "base/quote.h"

namespace trueup::verify {

namespace {

using parse::Node;
using parse::Nodes;

std::string names(Nodes publications) {
  std::string text;
  for (const std::string& name : parse::strings_of(publications))
    text += (text.empty() ? "" : ", ") + quote_identifier(name);
  return text;
}

bool stated(Nodes options, std::string_view name, bool otherwise) {
  for (const Node* node : options)
    if (node->def_elem->defname == name) return parse::value_true(*node->def_elem);
  return otherwise;
}

std::vector<std::string> create(const PgQuery__CreateSubscriptionStmt& stmt) {
  const Nodes options = parse::nodes(stmt.n_options, stmt.options);
  const std::string subscription = quote_identifier(stmt.subname);
  std::string parameters = "connect = false";
  for (const Node* node : options) {
    const std::string_view name = node->def_elem->defname;
    if (name == "connect" || name == "enabled" || name == "create_slot" || name == "copy_data") continue;
    parameters += ", " + quote_identifier(name) + " = " + quote_literal(parse::value_text(*node->def_elem));
  }
  std::vector<std::string> statements = {
      "CREATE SUBSCRIPTION " + subscription + " CONNECTION " + quote_literal(stmt.conninfo) + " PUBLICATION " +
      names(parse::nodes(stmt.n_publication, stmt.publication)) + " WITH (" + parameters + ")"};
  if (stated(options, "enabled", stated(options, "connect", true)))
    statements.push_back("ALTER SUBSCRIPTION " + subscription + " ENABLE");
  return statements;
}

/// The server would tell the publisher's slot.
bool ends_two_phase(const PgQuery__AlterSubscriptionStmt& stmt) {
  const Nodes options = parse::nodes(stmt.n_options, stmt.options);
  return options.size() == 1 && !stated(options, "two_phase", true);
}

std::vector<std::string> end_two_phase(const PgQuery__AlterSubscriptionStmt& stmt) {
  return {"SET allow_system_table_mods = on",
          "UPDATE pg_catalog.pg_subscription SET subtwophasestate = 'd' WHERE subdbid = (SELECT oid FROM "
          "pg_catalog.pg_database WHERE datname = pg_catalog.current_database()) AND subname = " +
              quote_literal(stmt.subname),
          "RESET allow_system_table_mods"};
}

std::vector<std::string> alter(std::string_view sql, const PgQuery__AlterSubscriptionStmt& stmt) {
  std::string verb;
  switch (static_cast<int>(stmt.kind)) {
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_REFRESH:
      return {};
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_SET_PUBLICATION:
      verb = " SET";
      break;
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_ADD_PUBLICATION:
      verb = " ADD";
      break;
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_DROP_PUBLICATION:
      verb = " DROP";
      break;
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_OPTIONS:
      if (ends_two_phase(stmt)) return end_two_phase(stmt);
      return {std::string(sql)};
    default:
      return {std::string(sql)};
  }
  return {"ALTER SUBSCRIPTION " + quote_identifier(stmt.subname) + verb + " PUBLICATION " +
          names(parse::nodes(stmt.n_publication, stmt.publication)) + " WITH (refresh = false)"};
}

std::vector<std::string> drop(const PgQuery__DropSubscriptionStmt& stmt) {
  const std::string subscription = quote_identifier(stmt.subname);
  if (stmt.missing_ok) return {"DROP SUBSCRIPTION IF EXISTS " + subscription};
  return {"ALTER SUBSCRIPTION " + subscription + " DISABLE",
          "ALTER SUBSCRIPTION " + subscription + " SET (slot_name = NONE)", "DROP SUBSCRIPTION " + subscription};
}

}  // namespace

bool is_subscription(const Node& statement) {
  return statement.node_case == PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT ||
         statement.node_case == PG_QUERY__NODE__NODE_ALTER_SUBSCRIPTION_STMT ||
         statement.node_case == PG_QUERY__NODE__NODE_DROP_SUBSCRIPTION_STMT;
}

std::vector<std::string> without_connecting(std::string_view sql, const Node& statement) {
  if (statement.node_case == PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT)
    return create(*statement.create_subscription_stmt);
  if (statement.node_case == PG_QUERY__NODE__NODE_ALTER_SUBSCRIPTION_STMT)
    return alter(sql, *statement.alter_subscription_stmt);
  return drop(*statement.drop_subscription_stmt);
}

}  // namespace trueup::verify
