#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "model/expression.h"
#include "model/object_id.h"

namespace trueup {

/// Walks a field of the model down to its leaves: ids, expressions and strings, in structs (by their each_field),
/// optionals, lists and the values of maps. Calls `visit(name, leaf)` for those that `visit` takes; `name` is that of
/// the innermost field. Given to each_field it walks a whole payload.
template <class Visit>
struct FieldWalk {
  const Visit& visit;

  template <class T>
  void operator()(std::string_view name, T& value) const {
    using Plain = std::remove_const_t<T>;
    if constexpr (std::is_same_v<Plain, ObjectId> || std::is_same_v<Plain, Expression> ||
                  std::is_same_v<Plain, std::string>) {
      if constexpr (std::is_invocable_v<const Visit&, std::string_view, T&>) visit(name, value);
    } else if constexpr (requires { Plain::each_field(value, *this); }) {
      Plain::each_field(value, *this);
    } else if constexpr (requires { value.has_value(); }) {
      if (value) (*this)(name, *value);
    } else if constexpr (requires { typename Plain::mapped_type; }) {
      for (auto& [key, element] : value) (*this)(name, element);
    } else if constexpr (requires { typename Plain::value_type; } && !std::is_base_of_v<std::string, Plain>) {
      for (auto& element : value) (*this)(name, element);
    }
  }
};

}  // namespace trueup
