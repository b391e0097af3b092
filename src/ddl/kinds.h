#pragma once

#include "ddl/rules.h"

namespace trueup::ddl {

// The rows of the rule table, one per kind, each in <kind>.cc.

extern const KindRules role_rules;
extern const KindRules membership_rules;
extern const KindRules schema_rules;
extern const KindRules extension_rules;
extern const KindRules enum_type_rules;
extern const KindRules composite_type_rules;
extern const KindRules range_type_rules;
extern const KindRules domain_rules;
extern const KindRules domain_check_rules;
extern const KindRules sequence_rules;
extern const KindRules table_rules;
extern const KindRules column_rules;
extern const KindRules primary_key_rules;
extern const KindRules unique_key_rules;
extern const KindRules exclusion_rules;
extern const KindRules check_rules;
extern const KindRules foreign_key_rules;
extern const KindRules index_rules;
extern const KindRules view_rules;
extern const KindRules materialized_view_rules;
extern const KindRules function_rules;
extern const KindRules procedure_rules;
extern const KindRules aggregate_rules;
extern const KindRules operator_rules;
extern const KindRules operator_family_rules;
extern const KindRules operator_class_rules;
extern const KindRules cast_rules;
extern const KindRules conversion_rules;
extern const KindRules language_rules;
extern const KindRules transform_rules;
extern const KindRules base_type_rules;
extern const KindRules trigger_rules;
extern const KindRules policy_rules;
extern const KindRules default_privilege_rules;
extern const KindRules publication_rules;
extern const KindRules publication_table_rules;
extern const KindRules publication_schema_rules;
extern const KindRules subscription_rules;
extern const KindRules foreign_data_wrapper_rules;
extern const KindRules server_rules;
extern const KindRules user_mapping_rules;
extern const KindRules foreign_table_rules;
extern const KindRules rule_rules;
extern const KindRules event_trigger_rules;
extern const KindRules collation_rules;
extern const KindRules statistics_rules;
extern const KindRules text_search_parser_rules;
extern const KindRules text_search_template_rules;
extern const KindRules text_search_dictionary_rules;
extern const KindRules text_search_configuration_rules;

}  // namespace trueup::ddl
