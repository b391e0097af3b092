#include <algorithm>
#include <array>

#include "base/quote.h"
#include "parse/routine.h"

namespace trueup::parse {

// The settings with GUC_LIST_QUOTE: their items are stored as quoted identifiers (flatten_set_variable_args).
static bool is_quoted_list(std::string_view name) {
  constexpr std::array names = {"search_path",
                                "temp_tablespaces",
                                "session_preload_libraries",
                                "shared_preload_libraries",
                                "local_preload_libraries",
                                "unix_socket_directories"};
  return std::any_of(names.begin(), names.end(), [&](std::string_view known) { return known == name; });
}

std::string setting_value(const PgQuery__VariableSetStmt& set) {
  const bool quoted = is_quoted_list(set.name);
  std::string value;
  for (const Node* argument : nodes(set.n_args, set.args)) {
    if (!value.empty()) value += ", ";
    const Node* constant = argument->node_case == PG_QUERY__NODE__NODE_TYPE_CAST ? argument->type_cast->arg : argument;
    const bool text = constant->node_case == PG_QUERY__NODE__NODE_A_CONST &&
                      constant->a_const->val_case == PG_QUERY__A__CONST__VAL_SVAL;
    value += quoted && text ? quote_identifier(string_of(constant)) : value_text(constant);
  }
  return value;
}

}  // namespace trueup::parse
