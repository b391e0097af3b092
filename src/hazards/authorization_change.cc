#include <algorithm>

#include "hazards/look.h"

namespace trueup::hazards {

namespace {

/// The name at the end of whatever way an object is named in.
std::string last_name(const Node* object) {
  if (!object) return {};
  if (object->node_case == PG_QUERY__NODE__NODE_OBJECT_WITH_ARGS) {
    const PgQuery__ObjectWithArgs& routine = *object->object_with_args;
    return std::string(parse::last_string(nodes(routine.n_objname, routine.objname)));
  }
  if (object->node_case == PG_QUERY__NODE__NODE_TYPE_NAME) {
    const PgQuery__TypeName& type = *object->type_name;
    return std::string(parse::last_string(nodes(type.n_names, type.names)));
  }
  if (object->node_case == PG_QUERY__NODE__NODE_LIST) return std::string(parse::last_string(parse::items_of(object)));
  return std::string(parse::string_of(object));
}

/// What the same file makes belongs to nobody yet.
bool is_new(const Scene& scene, const Node* object, const PgQuery__RangeVar* relation) {
  if (object && object->node_case == PG_QUERY__NODE__NODE_RANGE_VAR) relation = object->range_var;
  if (relation) return scene.history.made(*relation);
  const std::string name = last_name(object);
  return scene.history.made_other(name) || scene.history.made_type(name) || scene.history.made_schema(name);
}

/// A privilege or owner of objects that are all new.
bool is_about_new(const Scene& scene) {
  const Node& node = scene.node();
  switch (static_cast<int>(node.node_case)) {
    case PG_QUERY__NODE__NODE_GRANT_STMT: {
      const auto objects = nodes(node.grant_stmt->n_objects, node.grant_stmt->objects);
      return !objects.empty() && std::all_of(objects.begin(), objects.end(),
                                             [&](const Node* object) { return is_new(scene, object, nullptr); });
    }
    case PG_QUERY__NODE__NODE_CREATE_POLICY_STMT:
      return scene.history.made(*node.create_policy_stmt->table);
    case PG_QUERY__NODE__NODE_ALTER_OWNER_STMT:
      return is_new(scene, node.alter_owner_stmt->object, node.alter_owner_stmt->relation);
    default:
      return false;
  }
}

void check(const Scene& scene, Report& report) {
  if (is_about_new(scene)) return;
  switch (static_cast<int>(scene.node().node_case)) {
    case PG_QUERY__NODE__NODE_GRANT_STMT:
    case PG_QUERY__NODE__NODE_GRANT_ROLE_STMT:
    case PG_QUERY__NODE__NODE_ALTER_DEFAULT_PRIVILEGES_STMT:
      return report.add("this changes what roles may do");
    case PG_QUERY__NODE__NODE_CREATE_POLICY_STMT:
    case PG_QUERY__NODE__NODE_ALTER_POLICY_STMT:
      return report.add("this changes which rows roles may see");
    case PG_QUERY__NODE__NODE_ALTER_OWNER_STMT:
      return report.add("this changes who may do everything with the object");
    default:
      break;
  }
  each_dropped(scene, PG_QUERY__OBJECT_TYPE__OBJECT_POLICY,
               [&](const auto&, const auto&) { report.add("this changes which rows roles may see"); });
  each_command_on_old(scene, [&](const PgQuery__AlterTableCmd& command, const PgQuery__RangeVar&) {
    const bool rows = command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_EnableRowSecurity ||
                      command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_DisableRowSecurity ||
                      command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ForceRowSecurity ||
                      command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_NoForceRowSecurity;
    if (rows) report.add("this changes which rows roles may see");
    if (command.subtype == PG_QUERY__ALTER_TABLE_TYPE__AT_ChangeOwner)
      report.add("this changes who may do everything with the object");
  });
}

}  // namespace

const Hazard authorization_change = {.id = "authorization-change",
                                     .level = Level::advice,
                                     .title = "who may do what changes",
                                     .why = "a privilege too many is a leak, and one too few stops a program",
                                     .safe = "have somebody read it who knows the roles",
                                     .check = check};

}  // namespace trueup::hazards
