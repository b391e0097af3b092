#include "model/object.h"

#include <algorithm>
#include <array>

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
    case Kind::rule:
    case Kind::event_trigger:
    case Kind::collation:
    case Kind::statistics:
    case Kind::text_search_parser:
    case Kind::text_search_template:
    case Kind::text_search_dictionary:
    case Kind::text_search_configuration:
      return false;
  }
  return false;
}

bool has_owner(Kind kind) {
  constexpr std::array others = {Kind::sql_operator,
                                 Kind::operator_family,
                                 Kind::operator_class,
                                 Kind::conversion,
                                 Kind::event_trigger,
                                 Kind::collation,
                                 Kind::statistics,
                                 Kind::text_search_dictionary,
                                 Kind::text_search_configuration,
                                 Kind::publication,
                                 Kind::subscription};
  if (std::find(others.begin(), others.end(), kind) != others.end()) return true;
  return has_acl(kind) && kind != Kind::column;
}

}  // namespace trueup
