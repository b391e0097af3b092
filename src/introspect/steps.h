#pragma once

#include "introspect/context.h"

namespace trueup::introspect {

// One step per kind, each in the file of that name. Their order is in read.cc: a step may use what earlier ones put
// into the context.

extern const Step role_step;
extern const Step membership_step;
extern const Step schema_step;
extern const Step extension_step;
extern const Step extension_member_step;
extern const Step extension_member_name_step;
extern const Step collation_step;
extern const Step operator_class_step;
extern const Step enum_step;
extern const Step composite_step;
extern const Step range_step;
extern const Step domain_step;
extern const Step table_step;
extern const Step inheritance_step;
extern const Step view_step;
extern const Step column_step;
extern const Step sequence_step;
extern const Step index_step;
extern const Step index_column_step;
/// Indexes that no constraint has claimed become objects of their own: after the constraints.
void add_plain_indexes(Context& context);
extern const Step constraint_step;
extern const Step routine_step;
extern const Step aggregate_step;
extern const Step base_type_step;
extern const Step language_step;
extern const Step operator_step;
extern const Step operator_family_step;
extern const Step own_operator_class_step;
/// After the families and classes.
extern const Step family_member_step;
extern const Step cast_step;
extern const Step conversion_step;
extern const Step transform_step;
extern const Step trigger_step;
extern const Step policy_step;
extern const Step rule_step;
extern const Step event_trigger_step;
extern const Step own_collation_step;
extern const Step statistics_step;
extern const Step text_search_parser_step;
extern const Step text_search_template_step;
extern const Step text_search_dictionary_step;
extern const Step text_search_configuration_step;
extern const Step text_search_mapping_step;
extern const Step default_privilege_step;
extern const Step publication_step;
extern const Step publication_table_step;
extern const Step publication_schema_step;
extern const Step foreign_data_wrapper_step;
extern const Step server_step;
extern const Step user_mapping_step;
extern const Step subscription_step;
extern const Step depend_step;
extern const Step security_label_step;
extern const Step unmanaged_step;

}  // namespace trueup::introspect
