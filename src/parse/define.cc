#include "parse/define.h"

#include "parse/aggregate.h"
#include "parse/base_type.h"
#include "parse/collation.h"
#include "parse/dispatch.h"
#include "parse/operator.h"
#include "parse/text_search.h"

namespace trueup::parse {

Nodes value_parts(const Node* value) {
  if (!value) return {};
  if (value->node_case == PG_QUERY__NODE__NODE_TYPE_NAME)
    return nodes(value->type_name->n_names, value->type_name->names);
  return items_of(value);
}

Outcome define_object(Step& step, const PgQuery__DefineStmt& stmt) {
  switch (static_cast<int>(stmt.kind)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE:
      return create_aggregate(step, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_COLLATION:
      return create_collation(step, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSPARSER:
      return create_text_search_parser(step, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSTEMPLATE:
      return create_text_search_template(step, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSDICTIONARY:
      return create_text_search_dictionary(step, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSCONFIGURATION:
      return create_text_search_configuration(step, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_OPERATOR:
      return create_operator(step, stmt);
    case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
      return create_base_type(step, stmt);
    default:
      step.not_managed(opening(step.statement.text()));
      return {};
  }
}

}  // namespace trueup::parse
