#include "canonical/builtins/builtins.h"

#include <algorithm>
#include <tuple>

namespace trueup::canonical::builtins {
namespace {

constexpr bool t = true;
constexpr bool f = false;

constexpr Type all_types[] = {
#include "canonical/builtins/types.inc"
};
constexpr Function all_functions[] = {
#include "canonical/builtins/functions.inc"
};
constexpr std::uint16_t all_arguments[] = {
#include "canonical/builtins/arguments.inc"
};
constexpr Operator all_operators[] = {
#include "canonical/builtins/operators.inc"
};
constexpr Cast all_casts[] = {
#include "canonical/builtins/casts.inc"
};
constexpr OperatorClass all_operator_classes[] = {
#include "canonical/builtins/opclasses.inc"
};
constexpr Relation all_relations[] = {
#include "canonical/builtins/relations.inc"
};

/// The rows of a table sorted by `field` that have that value.
template <class Row>
std::span<const Row> rows_of(std::span<const Row> table, std::string_view Row::*field, std::string_view value) {
  const auto begin = std::lower_bound(table.begin(), table.end(), value,
                                      [&](const Row& row, std::string_view wanted) { return row.*field < wanted; });
  auto end = begin;
  while (end != table.end() && (*end).*field == value) ++end;
  return {begin, end};
}

}  // namespace

std::span<const Type> types() { return all_types; }

std::span<const Function> functions(std::string_view name) {
  return rows_of<Function>(all_functions, &Function::name, name);
}

std::span<const std::uint16_t> argument_types(const Function& function) {
  return std::span<const std::uint16_t>(all_arguments).subspan(function.first_argument, function.arguments);
}

std::span<const Operator> operators(std::string_view name) {
  return rows_of<Operator>(all_operators, &Operator::name, name);
}

const Cast* cast(std::uint32_t source, std::uint32_t target) {
  const auto before = [](const Cast& row, std::pair<std::uint32_t, std::uint32_t> wanted) {
    return std::pair<std::uint32_t, std::uint32_t>(row.source, row.target) < wanted;
  };
  const auto* it = std::lower_bound(std::begin(all_casts), std::end(all_casts), std::pair(source, target), before);
  return it != std::end(all_casts) && it->source == source && it->target == target ? it : nullptr;
}

std::span<const OperatorClass> operator_classes(std::string_view method) {
  return rows_of<OperatorClass>(all_operator_classes, &OperatorClass::method, method);
}

const Relation* relation(bool information_schema, std::string_view name) {
  const auto key = [](const Relation& row) { return std::tuple(row.information_schema, row.name); };
  const std::tuple<bool, std::string_view> wanted(information_schema, name);
  const auto* it = std::lower_bound(std::begin(all_relations), std::end(all_relations), wanted,
                                    [&](const Relation& row, const auto& value) { return key(row) < value; });
  return it != std::end(all_relations) && key(*it) == wanted ? it : nullptr;
}

}  // namespace trueup::canonical::builtins
