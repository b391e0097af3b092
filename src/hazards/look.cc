#include "hazards/look.h"

#include "base/quote.h"

namespace trueup::hazards {

using namespace parse;

const PgQuery__Constraint* constraint_of(const PgQuery__ColumnDef& column, PgQuery__ConstrType type) {
  for (const Node* constraint : nodes(column.n_constraints, column.constraints))
    if (constraint->constraint->contype == type) return constraint->constraint;
  return nullptr;
}

std::string shown(const PgQuery__RangeVar& name) { return qualified(name.schemaname, name.relname); }

std::string shown(const std::vector<std::string>& name) {
  std::string text;
  for (const std::string& part : name) text += (text.empty() ? "" : ".") + quote_identifier(part);
  return text;
}

NamedRelation::NamedRelation(const std::vector<std::string>& parts) {
  if (!parts.empty()) name_ = parts.back();
  if (parts.size() > 1) schema_ = parts[parts.size() - 2];
  range = PG_QUERY__RANGE_VAR__INIT;
  range.schemaname = schema_.data();
  range.relname = name_.data();
}

std::string type_name(const PgQuery__TypeName& type) {
  std::vector<std::string> parts = strings_of(nodes(type.n_names, type.names));
  if (parts.size() == 2 && parts[0] == "pg_catalog") parts.erase(parts.begin());
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : ".") + part;
  return text;
}

bool has_option(Nodes params, std::string_view name) {
  for (const Node* param : params)
    if (param->node_case == PG_QUERY__NODE__NODE_DEF_ELEM && param->def_elem->defname == name)
      return value_true(*param->def_elem);
  return false;
}

std::string joined(Nodes names) {
  std::string text;
  for (const std::string& name : strings_of(names)) text += (text.empty() ? "" : ", ") + quote_identifier(name);
  return text;
}

bool takes_strong_lock(const Scene& scene) {
  const Node& node = scene.node();
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_ALTER_TABLE_STMT:
      return node.alter_table_stmt->relation && !scene.history.made(*node.alter_table_stmt->relation);
    case PG_QUERY__NODE__NODE_INDEX_STMT:
      return !node.index_stmt->concurrent && !scene.history.made(*node.index_stmt->relation);
    case PG_QUERY__NODE__NODE_RENAME_STMT:
      return node.rename_stmt->relation && !scene.history.made(*node.rename_stmt->relation);
    case PG_QUERY__NODE__NODE_DROP_STMT:
      return !node.drop_stmt->concurrent && (node.drop_stmt->remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_TABLE ||
                                             node.drop_stmt->remove_type == PG_QUERY__OBJECT_TYPE__OBJECT_INDEX);
    case PG_QUERY__NODE__NODE_CREATE_TRIG_STMT:
      return !scene.history.made(*node.create_trig_stmt->relation);
    case PG_QUERY__NODE__NODE_TRUNCATE_STMT:
    case PG_QUERY__NODE__NODE_CLUSTER_STMT:
      return true;
    default:
      return false;
  }
}

}  // namespace trueup::hazards
