#include "model/object.h"

#include "model/find_expressions.h"

namespace trueup {

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
    case Kind::procedure:
    case Kind::aggregate:
    case Kind::language:
    case Kind::base_type:
    case Kind::foreign_data_wrapper:
    case Kind::server:
    case Kind::foreign_table:
      return true;
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
    case Kind::default_privilege:
    case Kind::sql_operator:
    case Kind::operator_family:
    case Kind::operator_class:
    case Kind::cast:
    case Kind::conversion:
    case Kind::transform:
    case Kind::publication:
    case Kind::publication_table:
    case Kind::publication_schema:
    case Kind::subscription:
    case Kind::user_mapping:
      return false;
  }
  return false;
}

bool has_owner(Kind kind) {
  if (kind == Kind::column) return false;
  return has_acl(kind) || kind == Kind::sql_operator || kind == Kind::operator_family || kind == Kind::operator_class ||
         kind == Kind::conversion || kind == Kind::publication || kind == Kind::subscription;
}

}  // namespace trueup
