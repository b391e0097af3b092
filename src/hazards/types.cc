#include "hazards/types.h"

#include <algorithm>

#include "hazards/look.h"
#include "parse/tree.h"

namespace trueup::hazards {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// The numbers in a type's parentheses.
std::vector<int> modifiers(const PgQuery__TypeName& type) {
  std::vector<int> values;
  for (const Node* modifier : nodes(type.n_typmods, type.typmods)) {
    const bool number = modifier->node_case == PG_QUERY__NODE__NODE_A_CONST &&
                        modifier->a_const->val_case == PG_QUERY__A__CONST__VAL_IVAL;
    values.push_back(number ? modifier->a_const->ival->ival : 0);
  }
  return values;
}

bool is_string(std::string_view name) { return is_one_of(name, {"text", "varchar"}); }

/// No limit, or none that is lower.
bool holds_all(const std::vector<int>& from, const std::vector<int>& to) {
  return to.empty() || (!from.empty() && from[0] <= to[0]);
}

/// Six digits of a second are all that there are.
bool keeps_moment(const std::vector<int>& from, const std::vector<int>& to) {
  constexpr int all_digits = 6;
  return holds_all(from, to) || to[0] >= all_digits;
}

bool keeps_numeric(const std::vector<int>& from, const std::vector<int>& to) {
  if (to.empty()) return true;
  if (from.empty() || from[0] > to[0]) return false;
  return (from.size() > 1 ? from[1] : 0) == (to.size() > 1 ? to[1] : 0);
}

bool keeps(const PgQuery__TypeName& from, const PgQuery__TypeName& to) {
  const std::string old_name = type_name(from), new_name = type_name(to);
  if (from.n_array_bounds != to.n_array_bounds) return false;
  if (is_string(old_name) && is_string(new_name)) return holds_all(modifiers(from), modifiers(to));
  if (old_name == "cidr" && new_name == "inet") return true;
  if (old_name != new_name) return false;
  if (old_name == "numeric") return keeps_numeric(modifiers(from), modifiers(to));
  if (is_one_of(old_name, {"timestamp", "timestamptz", "time", "timetz"}))
    return keeps_moment(modifiers(from), modifiers(to));
  if (old_name == "varbit") return holds_all(modifiers(from), modifiers(to));
  return modifiers(to).empty() || modifiers(from) == modifiers(to);
}

}  // namespace

bool is_serial(const PgQuery__ColumnDef& column) {
  if (!column.type_name || column.type_name->n_names != 1) return false;
  return is_one_of(type_name(*column.type_name),
                   {"serial", "serial2", "serial4", "serial8", "smallserial", "bigserial"});
}

bool is_small_integer(const PgQuery__ColumnDef& column) {
  if (!column.type_name) return false;
  return is_one_of(type_name(*column.type_name), {"int2", "int4", "serial", "serial2", "serial4", "smallserial"});
}

bool is_binary_coercible(std::string_view from, const PgQuery__TypeName& to) {
  parse::Tree tree;
  const Node* cast = parse::parse_expression("NULL::" + std::string(from), tree, nullptr);
  if (!cast || cast->node_case != PG_QUERY__NODE__NODE_TYPE_CAST) return false;
  return keeps(*cast->type_cast->type_name, to);
}

}  // namespace trueup::hazards
