#include <algorithm>
#include <array>

#include "base/quote.h"
#include "parse/routine.h"

namespace trueup::parse {

// The settings with GUC_LIST_QUOTE: pg_get_functiondef quotes their items one by one, every other value as a whole.
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
  const bool list = is_quoted_list(set.name);
  std::string value;
  for (const Node* argument : nodes(set.n_args, set.args)) {
    if (!value.empty()) value += ", ";
    const Node* constant = argument->node_case == PG_QUERY__NODE__NODE_TYPE_CAST ? argument->type_cast->arg : argument;
    value += list ? quote_literal(value_text(constant)) : value_text(constant);
  }
  return list ? value : quote_literal(value);
}

}  // namespace trueup::parse
