#include "parse/search_path.h"

#include <cctype>

#include "base/location.h"

namespace trueup::parse {

namespace {

const SearchPath default_path = {"public"};

SearchPath path_of_arguments(Nodes arguments) {
  SearchPath path;
  for (const Node* argument : arguments) {
    const std::string_view schema = string_of(argument);
    if (schema != "$user" && !schema.empty()) path.emplace_back(schema);
  }
  return path;
}

// SELECT [pg_catalog.]set_config('search_path', '…', …), as pg_dump writes it; nullptr for every other statement.
const PgQuery__FuncCall* set_config_call(const Node& node) {
  if (node.node_case != PG_QUERY__NODE__NODE_SELECT_STMT || node.select_stmt->n_target_list != 1) return nullptr;
  const Node* value = node.select_stmt->target_list[0]->res_target->val;
  if (!value || value->node_case != PG_QUERY__NODE__NODE_FUNC_CALL) return nullptr;
  const PgQuery__FuncCall& call = *value->func_call;
  if (last_string(nodes(call.n_funcname, call.funcname)) != "set_config" || call.n_args < 2) return nullptr;
  return string_of(call.args[0]) == "search_path" ? &call : nullptr;
}

bool resets_path(const PgQuery__VariableSetStmt& set) {
  if (set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET_ALL) return true;
  if (std::string_view(set.name) != "search_path") return false;
  return set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_RESET || set.kind == PG_QUERY__VARIABLE_SET_KIND__VAR_SET_DEFAULT;
}

// What the statement makes of the path; nullopt where it leaves it alone.
std::optional<SearchPath> changed_path(const Node& node) {
  if (node.node_case == PG_QUERY__NODE__NODE_DISCARD_STMT) return default_path;
  if (const PgQuery__FuncCall* call = set_config_call(node)) return split_search_path(string_of(call->args[1]));
  if (node.node_case != PG_QUERY__NODE__NODE_VARIABLE_SET_STMT) return std::nullopt;
  const PgQuery__VariableSetStmt& set = *node.variable_set_stmt;
  if (resets_path(set)) return default_path;
  if (std::string_view(set.name) != "search_path" || set.kind != PG_QUERY__VARIABLE_SET_KIND__VAR_SET_VALUE)
    return std::nullopt;
  return path_of_arguments(nodes(set.n_args, set.args));
}

}  // namespace

SearchPath split_search_path(std::string_view list) {
  SearchPath path;
  std::string name;
  bool quoted = false;
  const auto take = [&] {
    if (!name.empty() && name != "$user") path.push_back(name);
    name.clear();
  };
  for (std::size_t i = 0; i < list.size(); ++i) {
    const char c = list[i];
    if (c == '"') {
      if (quoted && i + 1 < list.size() && list[i + 1] == '"') {
        name += c;
        ++i;
      } else {
        quoted = !quoted;
      }
    } else if (quoted) {
      name += c;
    } else if (c == ',') {
      take();
    } else if (!std::isspace(static_cast<unsigned char>(c))) {
      name += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
  }
  take();
  return path;
}

bool sets_search_path(const Node& node) { return set_config_call(node) != nullptr; }

void assign_search_paths(Source& source) {
  source.paths.push_back(default_path);
  for (Statement& statement : source.statements) {
    statement.path = &source.paths.back();
    if (std::optional<SearchPath> path = changed_path(*statement.node)) source.paths.push_back(std::move(*path));
  }
}

}  // namespace trueup::parse
