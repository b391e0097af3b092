#pragma once

#include <string_view>
#include <type_traits>

#include "model/expression.h"
#include "model/walk_fields.h"

namespace trueup {

/// Calls `visit(expression)` for every expression that a field of the model holds, however deep; empty ones are
/// passed over.
template <class Visit>
struct ExpressionFinder {
  const Visit& visit;

  template <class T>
  void operator()(std::string_view, T& value) const {
    find(value);
  }

  template <class T>
  void find(T& value) const {
    const auto each = [this]<class Found>(
        std::string_view, Found & expression) requires std::is_same_v<std::remove_const_t<Found>, Expression> {
      if (!expression.empty()) visit(expression);
    };
    FieldWalk<decltype(each)>{each}({}, value);
  }
};

}  // namespace trueup
