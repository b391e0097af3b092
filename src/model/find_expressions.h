#pragma once

#include <string_view>
#include <type_traits>

#include "model/expression.h"

namespace trueup {

/// Calls `visit(expression)` for every expression that a field of the model holds, however deep; empty ones are
/// passed over. Structs are walked through their each_field.
template <class Visit>
struct ExpressionFinder {
  const Visit& visit;

  template <class T>
  void operator()(std::string_view, T& value) const {
    find(value);
  }

  template <class T>
  void find(T& value) const {
    using Plain = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Plain, Expression>) {
      if (!value.empty()) visit(value);
    } else if constexpr (requires { Plain::each_field(value, *this); }) {
      Plain::each_field(value, *this);
    } else if constexpr (requires { value.has_value(); }) {
      if (value) find(*value);
    } else if constexpr (requires { typename Plain::mapped_type; }) {
      for (auto& [key, element] : value) find(element);
    } else if constexpr (requires { typename Plain::value_type; } && !std::is_base_of_v<std::string, Plain>) {
      for (auto& element : value) find(element);
    }
  }
};

}  // namespace trueup
