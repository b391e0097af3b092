#include "ddl/rules.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "ddl/attributes.h"
#include "ddl/kinds.h"

namespace trueup::ddl {

const KindRules& rules_of(Kind kind) {
  switch (kind) {
    case Kind::role:
      return role_rules;
    case Kind::membership:
      return membership_rules;
    case Kind::schema:
      return schema_rules;
    case Kind::extension:
      return extension_rules;
    case Kind::enum_type:
      return enum_type_rules;
    case Kind::composite_type:
      return composite_type_rules;
    case Kind::range_type:
      return range_type_rules;
    case Kind::domain:
      return domain_rules;
    case Kind::domain_check:
      return domain_check_rules;
    case Kind::sequence:
      return sequence_rules;
    case Kind::table:
      return table_rules;
    case Kind::column:
      return column_rules;
    case Kind::primary_key:
      return primary_key_rules;
    case Kind::unique_key:
      return unique_key_rules;
    case Kind::exclusion:
      return exclusion_rules;
    case Kind::check:
      return check_rules;
    case Kind::foreign_key:
      return foreign_key_rules;
    case Kind::index:
      return index_rules;
    case Kind::view:
      return view_rules;
    case Kind::materialized_view:
      return materialized_view_rules;
    case Kind::function:
      return function_rules;
    case Kind::procedure:
      return procedure_rules;
    case Kind::aggregate:
      return aggregate_rules;
    case Kind::sql_operator:
      return operator_rules;
    case Kind::operator_family:
      return operator_family_rules;
    case Kind::operator_class:
      return operator_class_rules;
    case Kind::cast:
      return cast_rules;
    case Kind::conversion:
      return conversion_rules;
    case Kind::language:
      return language_rules;
    case Kind::transform:
      return transform_rules;
    case Kind::base_type:
      return base_type_rules;
    case Kind::trigger:
      return trigger_rules;
    case Kind::policy:
      return policy_rules;
    case Kind::default_privilege:
      return default_privilege_rules;
    case Kind::publication:
      return publication_rules;
    case Kind::publication_table:
      return publication_table_rules;
    case Kind::publication_schema:
      return publication_schema_rules;
    case Kind::subscription:
      return subscription_rules;
    case Kind::foreign_data_wrapper:
      return foreign_data_wrapper_rules;
    case Kind::server:
      return server_rules;
    case Kind::user_mapping:
      return user_mapping_rules;
    case Kind::foreign_table:
      return foreign_table_rules;
    case Kind::rule:
      return rule_rules;
    case Kind::event_trigger:
      return event_trigger_rules;
    case Kind::collation:
      return collation_rules;
    case Kind::statistics:
      return statistics_rules;
    case Kind::text_search_parser:
      return text_search_parser_rules;
    case Kind::text_search_template:
      return text_search_template_rules;
    case Kind::text_search_dictionary:
      return text_search_dictionary_rules;
    case Kind::text_search_configuration:
      return text_search_configuration_rules;
  }
  assert(false);
  return schema_rules;
}

const FieldRule& field_rule(Kind kind, std::string_view field) {
  static constexpr std::array common = {
      FieldRule{.field = "owner", .alter = alter_owner, .reaches_children = false},
      FieldRule{.field = "comment", .alter = alter_comment, .reaches_children = false},
      FieldRule{.field = "acl", .alter = alter_acl, .reaches_children = false},
      FieldRule{.field = "security_labels", .alter = alter_security_labels, .reaches_children = false},
  };
  const auto named = [&](const FieldRule& rule) { return rule.field == field; };
  const std::span<const FieldRule> own = rules_of(kind).fields;
  const auto found = std::find_if(own.begin(), own.end(), named);
  if (found != own.end()) return *found;
  const auto shared = std::find_if(common.begin(), common.end(), named);
  assert(shared != common.end() && "every field of a kind has a rule");
  return *shared;
}

}  // namespace trueup::ddl
