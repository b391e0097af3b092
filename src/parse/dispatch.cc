#include "parse/dispatch.h"

#include <fmt/format.h>

#include <algorithm>

#include "parse/base_type.h"
#include "parse/cast.h"
#include "parse/comment.h"
#include "parse/composite_type.h"
#include "parse/define.h"
#include "parse/drop.h"
#include "parse/event_trigger.h"
#include "parse/foreign.h"
#include "parse/grant.h"
#include "parse/index.h"
#include "parse/language.h"
#include "parse/operator.h"
#include "parse/operator_family.h"
#include "parse/owner.h"
#include "parse/policy.h"
#include "parse/publication.h"
#include "parse/rename.h"
#include "parse/role.h"
#include "parse/routine.h"
#include "parse/rule.h"
#include "parse/schema.h"
#include "parse/search_path.h"
#include "parse/security_label.h"
#include "parse/sequence.h"
#include "parse/statistics.h"
#include "parse/subscription.h"
#include "parse/table.h"
#include "parse/text_search.h"
#include "parse/trigger.h"
#include "parse/type.h"
#include "parse/view.h"

namespace trueup::parse {

namespace {

using FoldStatement = Outcome (*)(Step&, const Node&);

struct Entry {
  int node_case;
  FoldStatement fold;
};

// One row per statement that is folded: its node, and the function that knows it.
#define ROW(CASE, member, function)                                                                        \
  Entry {                                                                                                  \
    PG_QUERY__NODE__NODE_##CASE, [](Step& step, const Node& node) { return function(step, *node.member); } \
  }

const Entry table[] = {
    ROW(CREATE_STMT, create_stmt, create_table),
    ROW(ALTER_TABLE_STMT, alter_table_stmt, alter_table),
    ROW(INDEX_STMT, index_stmt, create_index),
    ROW(CREATE_SEQ_STMT, create_seq_stmt, create_sequence),
    ROW(ALTER_SEQ_STMT, alter_seq_stmt, alter_sequence),
    ROW(CREATE_ENUM_STMT, create_enum_stmt, create_enum),
    ROW(ALTER_ENUM_STMT, alter_enum_stmt, alter_enum),
    ROW(COMPOSITE_TYPE_STMT, composite_type_stmt, create_composite_type),
    ROW(CREATE_RANGE_STMT, create_range_stmt, create_range),
    ROW(CREATE_DOMAIN_STMT, create_domain_stmt, create_domain),
    ROW(ALTER_DOMAIN_STMT, alter_domain_stmt, alter_domain),
    ROW(VIEW_STMT, view_stmt, create_view),
    ROW(CREATE_TABLE_AS_STMT, create_table_as_stmt, create_table_as),
    ROW(CREATE_FUNCTION_STMT, create_function_stmt, create_routine),
    ROW(ALTER_FUNCTION_STMT, alter_function_stmt, alter_routine),
    ROW(DEFINE_STMT, define_stmt, define_object),
    ROW(ALTER_OPERATOR_STMT, alter_operator_stmt, alter_operator),
    ROW(ALTER_TYPE_STMT, alter_type_stmt, alter_base_type),
    ROW(CREATE_OP_FAMILY_STMT, create_op_family_stmt, create_operator_family),
    ROW(ALTER_OP_FAMILY_STMT, alter_op_family_stmt, alter_operator_family),
    ROW(CREATE_OP_CLASS_STMT, create_op_class_stmt, create_operator_class),
    ROW(CREATE_CAST_STMT, create_cast_stmt, create_cast),
    ROW(CREATE_TRANSFORM_STMT, create_transform_stmt, create_transform),
    ROW(CREATE_PLANG_STMT, create_plang_stmt, create_language),
    ROW(CREATE_CONVERSION_STMT, create_conversion_stmt, create_conversion),
    ROW(CREATE_TRIG_STMT, create_trig_stmt, create_trigger),
    ROW(RULE_STMT, rule_stmt, create_rule),
    ROW(CREATE_EVENT_TRIG_STMT, create_event_trig_stmt, create_event_trigger),
    ROW(ALTER_EVENT_TRIG_STMT, alter_event_trig_stmt, alter_event_trigger),
    ROW(CREATE_STATS_STMT, create_stats_stmt, create_statistics),
    ROW(ALTER_STATS_STMT, alter_stats_stmt, alter_statistics),
    ROW(ALTER_TSDICTIONARY_STMT, alter_tsdictionary_stmt, alter_text_search_dictionary),
    ROW(ALTER_TSCONFIGURATION_STMT, alter_tsconfiguration_stmt, alter_text_search_configuration),
    ROW(CREATE_POLICY_STMT, create_policy_stmt, create_policy),
    ROW(ALTER_POLICY_STMT, alter_policy_stmt, alter_policy),
    ROW(CREATE_ROLE_STMT, create_role_stmt, create_role),
    ROW(ALTER_ROLE_STMT, alter_role_stmt, alter_role),
    ROW(ALTER_ROLE_SET_STMT, alter_role_set_stmt, alter_role_set),
    ROW(GRANT_ROLE_STMT, grant_role_stmt, grant_role),
    ROW(DROP_ROLE_STMT, drop_role_stmt, drop_role),
    ROW(CREATE_SCHEMA_STMT, create_schema_stmt, create_schema),
    ROW(CREATE_EXTENSION_STMT, create_extension_stmt, create_extension),
    ROW(ALTER_EXTENSION_STMT, alter_extension_stmt, alter_extension),
    ROW(GRANT_STMT, grant_stmt, grant),
    ROW(ALTER_DEFAULT_PRIVILEGES_STMT, alter_default_privileges_stmt, alter_default_privileges),
    ROW(CREATE_PUBLICATION_STMT, create_publication_stmt, create_publication),
    ROW(ALTER_PUBLICATION_STMT, alter_publication_stmt, alter_publication),
    ROW(CREATE_SUBSCRIPTION_STMT, create_subscription_stmt, create_subscription),
    ROW(ALTER_SUBSCRIPTION_STMT, alter_subscription_stmt, alter_subscription),
    ROW(DROP_SUBSCRIPTION_STMT, drop_subscription_stmt, drop_subscription),
    ROW(CREATE_FDW_STMT, create_fdw_stmt, create_foreign_data_wrapper),
    ROW(ALTER_FDW_STMT, alter_fdw_stmt, alter_foreign_data_wrapper),
    ROW(CREATE_FOREIGN_SERVER_STMT, create_foreign_server_stmt, create_server),
    ROW(ALTER_FOREIGN_SERVER_STMT, alter_foreign_server_stmt, alter_server),
    ROW(CREATE_USER_MAPPING_STMT, create_user_mapping_stmt, create_user_mapping),
    ROW(ALTER_USER_MAPPING_STMT, alter_user_mapping_stmt, alter_user_mapping),
    ROW(DROP_USER_MAPPING_STMT, drop_user_mapping_stmt, drop_user_mapping),
    ROW(CREATE_FOREIGN_TABLE_STMT, create_foreign_table_stmt, create_foreign_table),
    ROW(COMMENT_STMT, comment_stmt, comment_on),
    ROW(SEC_LABEL_STMT, sec_label_stmt, security_label),
    ROW(ALTER_OWNER_STMT, alter_owner_stmt, alter_owner),
    ROW(RENAME_STMT, rename_stmt, rename_object),
    ROW(ALTER_OBJECT_SCHEMA_STMT, alter_object_schema_stmt, set_schema),
    ROW(DROP_STMT, drop_stmt, drop_objects),
};
#undef ROW

// Statements that say nothing about the schema and that nobody misses: settings and the brackets of a transaction.
bool is_silent(const Node& node) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_TRANSACTION_STMT:
    case PG_QUERY__NODE__NODE_VARIABLE_SET_STMT:
    case PG_QUERY__NODE__NODE_DISCARD_STMT:
      return true;
    case PG_QUERY__NODE__NODE_SELECT_STMT:
      return sets_search_path(node);
    default:
      return false;
  }
}

// Whether a query calls a function that is not the server's own: it may be one that makes objects.
bool calls_own_function(const Step& step, const Node& query) {
  bool own = false;
  for_each_node(query, [&](const Node& node) {
    if (node.node_case != PG_QUERY__NODE__NODE_FUNC_CALL) return !own;
    const Nodes parts = nodes(node.func_call->n_funcname, node.func_call->funcname);
    if (parts.size() > 1) {
      const std::string_view schema = string_of(parts[parts.size() - 2]);
      own |= schema != "pg_catalog" && schema != "information_schema";
    } else {
      own |= step.fold.names.routines.find(last_string(parts), step.path()).has_value();
    }
    return !own;
  });
  return own;
}

// Statements that may do anything.
bool is_code(const Step& step, const Node& node) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_DO_STMT:
    case PG_QUERY__NODE__NODE_CALL_STMT:
      return true;
    case PG_QUERY__NODE__NODE_SELECT_STMT:
      return node.select_stmt->into_clause || calls_own_function(step, node);
    default:
      return false;
  }
}

// Statements that work on rows or on the session rather than on the schema.
bool is_no_schema(const Node& node) {
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_SELECT_STMT:
    case PG_QUERY__NODE__NODE_INSERT_STMT:
    case PG_QUERY__NODE__NODE_UPDATE_STMT:
    case PG_QUERY__NODE__NODE_DELETE_STMT:
    case PG_QUERY__NODE__NODE_MERGE_STMT:
    case PG_QUERY__NODE__NODE_COPY_STMT:
    case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
    case PG_QUERY__NODE__NODE_VACUUM_STMT:
    case PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT:
    case PG_QUERY__NODE__NODE_EXPLAIN_STMT:
    case PG_QUERY__NODE__NODE_PREPARE_STMT:
    case PG_QUERY__NODE__NODE_EXECUTE_STMT:
    case PG_QUERY__NODE__NODE_DEALLOCATE_STMT:
    case PG_QUERY__NODE__NODE_LOCK_STMT:
    case PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT:
    case PG_QUERY__NODE__NODE_NOTIFY_STMT:
    case PG_QUERY__NODE__NODE_LISTEN_STMT:
    case PG_QUERY__NODE__NODE_LOAD_STMT:
    case PG_QUERY__NODE__NODE_CONSTRAINTS_SET_STMT:
    case PG_QUERY__NODE__NODE_REINDEX_STMT:
    case PG_QUERY__NODE__NODE_CLUSTER_STMT:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string opening(std::string_view text) {
  constexpr int most_words = 4;
  constexpr std::size_t most_bytes = 60;
  std::string words;
  int count = 0;
  std::size_t i = 0;
  while (i < text.size() && count < most_words && words.size() < most_bytes) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n", i);
    if (begin == std::string_view::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\r\n(;", begin + 1), text.size());
    if (!words.empty()) words += ' ';
    words += text.substr(begin, end - begin);
    if (end < text.size() && text[end] == '(') break;
    i = end;
    ++count;
  }
  return cut_identifier(words);
}

Outcome dispatch(Step& step) {
  const Node& node = *step.statement.node;
  if (step.statement.unread) {
    step.not_read(*step.statement.unread);
    return {};
  }
  for (const Entry& entry : table)
    if (entry.node_case == static_cast<int>(node.node_case)) return entry.fold(step, node);
  if (is_silent(node)) return {};
  const std::string what = opening(step.statement.text());
  if (is_code(step, node))
    step.runs_code(what);
  else if (is_no_schema(node))
    step.not_schema(what);
  else
    step.not_managed(what);
  return {};
}

}  // namespace trueup::parse
