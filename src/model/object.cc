#include "model/object.h"

namespace trueup {

namespace {

// Finds the expressions in whatever a field can hold; everything else is passed over.
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
    } else if constexpr (requires { typename Plain::value_type; } && !std::is_same_v<Plain, std::string>) {
      for (auto& element : value) find(element);
    }
  }
};

}  // namespace

void each_expression(Object& object, const std::function<void(Expression&)>& visit) {
  each_field(object, ExpressionFinder<std::function<void(Expression&)>>{visit});
}

void each_expression(const Object& object, const std::function<void(const Expression&)>& visit) {
  each_field(object, ExpressionFinder<std::function<void(const Expression&)>>{visit});
}

bool has_acl(Kind kind) {
  switch (kind) {
    case Kind::schema:
    case Kind::enum_type:
    case Kind::composite_type:
    case Kind::range_type:
    case Kind::domain:
    case Kind::sequence:
    case Kind::table:
    case Kind::column:
    case Kind::view:
    case Kind::materialized_view:
    case Kind::function:
    case Kind::procedure: return true;
    case Kind::role:
    case Kind::membership:
    case Kind::extension:
    case Kind::domain_check:
    case Kind::primary_key:
    case Kind::unique_key:
    case Kind::exclusion:
    case Kind::check:
    case Kind::foreign_key:
    case Kind::index:
    case Kind::trigger:
    case Kind::policy:
    case Kind::default_privilege: return false;
  }
  return false;
}

}  // namespace trueup
