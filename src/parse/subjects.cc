#include "parse/subjects.h"

#include <algorithm>

#include "parse/search_path.h"
#include "parse/step.h"
#include "parse/target.h"

namespace trueup::parse {

namespace {

using Ids = std::vector<ObjectId>;

Ids one(const ObjectId* id) { return id ? Ids{*id} : Ids{}; }
Ids one(const Target& target) { return target.id ? Ids{*target.id} : Ids{}; }

/// What a CREATE statement names: the relation that is there where it would be made.
Ids created(const Step& step, const PgQuery__RangeVar& name) {
  const ObjectId id = created_relation(step, Kind::table, name);
  return one(step.fold.in_pg_class(id.schema, id.name));
}

/// Every routine or operator of that name where CREATE puts it: overloads belong together.
Ids overloads(const Step& step, Nodes parts, std::initializer_list<Kind> kinds) {
  Ids found;
  for (const Kind kind : kinds) {
    const ObjectId first = created_object(step, kind, parts);
    const auto& objects = step.fold.catalog.objects;
    for (auto it = objects.lower_bound(first); it != objects.end(); ++it) {
      const ObjectId& id = it->first;
      if (id.kind != kind || id.schema != first.schema || id.name != first.name) break;
      found.push_back(id);
    }
  }
  return found;
}

Ids routines(const Step& step, Nodes parts) {
  return overloads(step, parts, {Kind::function, Kind::procedure, Kind::aggregate});
}

Ids operator_classes(const Step& step, Nodes parts) {
  return overloads(step, parts, {Kind::operator_class, Kind::operator_family});
}

Ids relations(const Step& step, Nodes list) {
  Ids found;
  for (const Node* node : list)
    if (node->node_case == PG_QUERY__NODE__NODE_RANGE_VAR)
      if (const ObjectId* id = find_relation(step, *node->range_var)) found.push_back(*id);
  return found;
}

Ids statistics(const Step& step, Nodes parts) { return one(find_object(step, Kind::statistics, parts)); }

void create_table(const Step& step, const PgQuery__CreateStmt& stmt, StatementSubjects& subjects) {
  subjects.items = {created(step, *stmt.relation)};
  for (const Node* node : nodes(stmt.n_table_elts, stmt.table_elts))
    if (node->node_case == PG_QUERY__NODE__NODE_TABLE_LIKE_CLAUSE)
      if (const ObjectId* id = find_relation(step, *node->table_like_clause->relation)) subjects.uses.push_back(*id);
}

bool is_general(PgQuery__ObjectType type) {
  switch (static_cast<int>(type)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_CAST:
    case PG_QUERY__OBJECT_TYPE__OBJECT_COLLATION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_CONVERSION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_EVENT_TRIGGER:
    case PG_QUERY__OBJECT_TYPE__OBJECT_EXTENSION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_FDW:
    case PG_QUERY__OBJECT_TYPE__OBJECT_FOREIGN_SERVER:
    case PG_QUERY__OBJECT_TYPE__OBJECT_LANGUAGE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_PUBLICATION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_ROLE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA:
    case PG_QUERY__OBJECT_TYPE__OBJECT_SUBSCRIPTION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_TRANSFORM:
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSCONFIGURATION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSDICTIONARY:
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSPARSER:
    case PG_QUERY__OBJECT_TYPE__OBJECT_TSTEMPLATE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_DATABASE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLESPACE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_PARAMETER_ACL:
      return true;
    default:
      return false;
  }
}

/// An object of a type that COMMENT, OWNER, RENAME … name. What no catalog holds is general: an extension brought it.
void target(const Step& step, PgQuery__ObjectType type, const Node* node, StatementSubjects& subjects) {
  if (is_general(type)) {
    subjects.general = true;
    return;
  }
  if (type == PG_QUERY__OBJECT_TYPE__OBJECT_COLUMN) {
    const Nodes parts = items_of(node);
    if (parts.size() > 1) subjects.items = {one(find_relation(step, parts.first(parts.size() - 1)))};
    return;
  }
  const Target found = find_target(step, type, node);
  subjects.general |= !found.managed;
  subjects.items = {one(found)};
}

void grant(const Step& step, const PgQuery__GrantStmt& stmt, StatementSubjects& subjects) {
  if (is_general(stmt.objtype) || stmt.targtype == PG_QUERY__GRANT_TARGET_TYPE__ACL_TARGET_ALL_IN_SCHEMA) {
    subjects.general = true;
    return;
  }
  for (const Node* node : nodes(stmt.n_objects, stmt.objects)) {
    const Target found = node->node_case == PG_QUERY__NODE__NODE_RANGE_VAR ? find_target(step, *node->range_var)
                                                                           : find_target(step, stmt.objtype, node);
    subjects.general |= !found.managed;
    subjects.items.push_back(one(found));
  }
}

/// DROP … IF EXISTS of what is not there is about nothing, and may run in every part.
void drop(const Step& step, const PgQuery__DropStmt& stmt, StatementSubjects& subjects) {
  subjects.general = is_general(stmt.remove_type);
  if (subjects.general) return;
  for (const Node* node : nodes(stmt.n_objects, stmt.objects))
    subjects.items.push_back(one(find_target(step, stmt.remove_type, node)));
  subjects.general = stmt.missing_ok && about_anything(subjects);
}

void publish(const Step& step, Nodes members, StatementSubjects& subjects) {
  subjects.general = true;
  for (const Node* node : members) {
    const PgQuery__PublicationObjSpec& spec = *node->publication_obj_spec;
    subjects.items.push_back(spec.pubtable ? one(find_relation(step, *spec.pubtable->relation)) : Ids{});
  }
}

void define(const Step& step, const PgQuery__DefineStmt& stmt, StatementSubjects& subjects) {
  const Nodes parts = nodes(stmt.n_defnames, stmt.defnames);
  switch (static_cast<int>(stmt.kind)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_AGGREGATE:
      subjects.items = {routines(step, parts)};
      break;
    case PG_QUERY__OBJECT_TYPE__OBJECT_OPERATOR:
      subjects.items = {overloads(step, parts, {Kind::sql_operator})};
      break;
    case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
      subjects.items = {one(find_type(step, parts))};
      break;
    default:
      subjects.general = is_general(stmt.kind);
  }
}

void alter_routine(const Step& step, const PgQuery__AlterFunctionStmt& stmt, StatementSubjects& subjects) {
  subjects.items = {one(find_routine(step, *stmt.func, {Kind::function, Kind::procedure, Kind::aggregate}))};
}

void rename(const Step& step, const PgQuery__RenameStmt& stmt, StatementSubjects& subjects) {
  if (stmt.relation)
    subjects.items = {one(find_relation(step, *stmt.relation))};
  else if (stmt.rename_type == PG_QUERY__OBJECT_TYPE__OBJECT_DOMCONSTRAINT)
    target(step, PG_QUERY__OBJECT_TYPE__OBJECT_DOMAIN, stmt.object, subjects);
  else
    target(step, stmt.rename_type, stmt.object, subjects);
}

void schema(const Step&, const PgQuery__CreateSchemaStmt& stmt, StatementSubjects& subjects) {
  subjects.general = stmt.n_schema_elts == 0;
  if (!subjects.general) subjects.items = {{}};
}

void setting(const Step& step, const PgQuery__SelectStmt&, StatementSubjects& subjects) {
  subjects.general = sets_search_path(*step.statement.node);
}

struct Entry {
  int node_case;
  void (*find)(const Step&, const Node&, StatementSubjects&);
};

#define ROW(CASE, expression)                                                                                        \
  Entry {                                                                                                            \
    PG_QUERY__NODE__NODE_##CASE, [](const Step& step, const Node& node, StatementSubjects& subjects) { expression; } \
  }
#define RELATION(CASE, member) ROW(CASE, subjects.items = {one(find_relation(step, *node.member))})
#define CREATED(CASE, member) ROW(CASE, subjects.items = {created(step, *node.member)})
#define TYPE(CASE, member, name) \
  ROW(CASE, subjects.items = {one(find_type(step, nodes(node.member->n_##name, node.member->name)))})
#define NAMED(CASE, member, name, function) \
  ROW(CASE, subjects.items = {function(step, nodes(node.member->n_##name, node.member->name))})
#define STATEMENT(CASE, member, function) ROW(CASE, function(step, *node.member, subjects))
#define PUBLICATION(CASE, member) \
  ROW(CASE, publish(step, nodes(node.member->n_pubobjects, node.member->pubobjects), subjects))
#define RELATION_OR(CASE, member, type)                                                                     \
  ROW(CASE, if (node.member->relation) subjects.items = {one(find_relation(step, *node.member->relation))}; \
      else target(step, node.member->type, node.member->object, subjects))

// One row per statement that names objects.
const Entry table[] = {
    STATEMENT(CREATE_STMT, create_stmt, create_table),
    STATEMENT(CREATE_FOREIGN_TABLE_STMT, create_foreign_table_stmt->base_stmt, create_table),
    CREATED(VIEW_STMT, view_stmt->view),
    CREATED(CREATE_TABLE_AS_STMT, create_table_as_stmt->into->rel),
    CREATED(CREATE_SEQ_STMT, create_seq_stmt->sequence),
    CREATED(COMPOSITE_TYPE_STMT, composite_type_stmt->typevar),
    RELATION(ALTER_TABLE_STMT, alter_table_stmt->relation),
    RELATION(ALTER_SEQ_STMT, alter_seq_stmt->sequence),
    RELATION(INDEX_STMT, index_stmt->relation),
    RELATION(CREATE_TRIG_STMT, create_trig_stmt->relation),
    RELATION(RULE_STMT, rule_stmt->relation),
    RELATION(CREATE_POLICY_STMT, create_policy_stmt->table),
    RELATION(ALTER_POLICY_STMT, alter_policy_stmt->table),
    NAMED(CREATE_STATS_STMT, create_stats_stmt, relations, relations),
    NAMED(ALTER_STATS_STMT, alter_stats_stmt, defnames, statistics),
    TYPE(CREATE_ENUM_STMT, create_enum_stmt, type_name),
    TYPE(ALTER_ENUM_STMT, alter_enum_stmt, type_name),
    TYPE(CREATE_RANGE_STMT, create_range_stmt, type_name),
    TYPE(CREATE_DOMAIN_STMT, create_domain_stmt, domainname),
    TYPE(ALTER_DOMAIN_STMT, alter_domain_stmt, type_name),
    TYPE(ALTER_TYPE_STMT, alter_type_stmt, type_name),
    NAMED(CREATE_FUNCTION_STMT, create_function_stmt, funcname, routines),
    STATEMENT(ALTER_FUNCTION_STMT, alter_function_stmt, alter_routine),
    NAMED(CREATE_OP_CLASS_STMT, create_op_class_stmt, opclassname, operator_classes),
    NAMED(CREATE_OP_FAMILY_STMT, create_op_family_stmt, opfamilyname, operator_classes),
    STATEMENT(DEFINE_STMT, define_stmt, define),
    ROW(COMMENT_STMT, target(step, node.comment_stmt->objtype, node.comment_stmt->object, subjects)),
    ROW(SEC_LABEL_STMT, target(step, node.sec_label_stmt->objtype, node.sec_label_stmt->object, subjects)),
    RELATION_OR(ALTER_OWNER_STMT, alter_owner_stmt, object_type),
    RELATION_OR(ALTER_OBJECT_SCHEMA_STMT, alter_object_schema_stmt, object_type),
    STATEMENT(RENAME_STMT, rename_stmt, rename),
    STATEMENT(DROP_STMT, drop_stmt, drop),
    STATEMENT(GRANT_STMT, grant_stmt, grant),
    STATEMENT(CREATE_SCHEMA_STMT, create_schema_stmt, schema),
    STATEMENT(SELECT_STMT, select_stmt, setting),
    PUBLICATION(CREATE_PUBLICATION_STMT, create_publication_stmt),
    PUBLICATION(ALTER_PUBLICATION_STMT, alter_publication_stmt),
};

// About the session, or about what every part of a state is loaded with.
constexpr int general[] = {
    PG_QUERY__NODE__NODE_VARIABLE_SET_STMT,
    PG_QUERY__NODE__NODE_DISCARD_STMT,
    PG_QUERY__NODE__NODE_TRANSACTION_STMT,
    PG_QUERY__NODE__NODE_LOAD_STMT,
    PG_QUERY__NODE__NODE_CONSTRAINTS_SET_STMT,
    PG_QUERY__NODE__NODE_ALTER_DEFAULT_PRIVILEGES_STMT,
    PG_QUERY__NODE__NODE_CREATE_ROLE_STMT,
    PG_QUERY__NODE__NODE_ALTER_ROLE_STMT,
    PG_QUERY__NODE__NODE_ALTER_ROLE_SET_STMT,
    PG_QUERY__NODE__NODE_GRANT_ROLE_STMT,
    PG_QUERY__NODE__NODE_DROP_ROLE_STMT,
    PG_QUERY__NODE__NODE_CREATE_EXTENSION_STMT,
    PG_QUERY__NODE__NODE_ALTER_EXTENSION_STMT,
    PG_QUERY__NODE__NODE_CREATE_CAST_STMT,
    PG_QUERY__NODE__NODE_CREATE_TRANSFORM_STMT,
    PG_QUERY__NODE__NODE_CREATE_PLANG_STMT,
    PG_QUERY__NODE__NODE_CREATE_CONVERSION_STMT,
    PG_QUERY__NODE__NODE_CREATE_EVENT_TRIG_STMT,
    PG_QUERY__NODE__NODE_ALTER_EVENT_TRIG_STMT,
    PG_QUERY__NODE__NODE_ALTER_TSDICTIONARY_STMT,
    PG_QUERY__NODE__NODE_ALTER_TSCONFIGURATION_STMT,
    PG_QUERY__NODE__NODE_CREATE_SUBSCRIPTION_STMT,
    PG_QUERY__NODE__NODE_ALTER_SUBSCRIPTION_STMT,
    PG_QUERY__NODE__NODE_DROP_SUBSCRIPTION_STMT,
    PG_QUERY__NODE__NODE_CREATE_FDW_STMT,
    PG_QUERY__NODE__NODE_ALTER_FDW_STMT,
    PG_QUERY__NODE__NODE_CREATE_FOREIGN_SERVER_STMT,
    PG_QUERY__NODE__NODE_ALTER_FOREIGN_SERVER_STMT,
    PG_QUERY__NODE__NODE_CREATE_USER_MAPPING_STMT,
    PG_QUERY__NODE__NODE_ALTER_USER_MAPPING_STMT,
    PG_QUERY__NODE__NODE_DROP_USER_MAPPING_STMT,
};

// Rows and the like: no object is stated.
constexpr int about_nothing[] = {
    PG_QUERY__NODE__NODE_INSERT_STMT,  PG_QUERY__NODE__NODE_UPDATE_STMT,
    PG_QUERY__NODE__NODE_DELETE_STMT,  PG_QUERY__NODE__NODE_MERGE_STMT,
    PG_QUERY__NODE__NODE_COPY_STMT,    PG_QUERY__NODE__NODE_TRUNCATE_STMT,
    PG_QUERY__NODE__NODE_VACUUM_STMT,  PG_QUERY__NODE__NODE_REFRESH_MAT_VIEW_STMT,
    PG_QUERY__NODE__NODE_EXPLAIN_STMT, PG_QUERY__NODE__NODE_LOCK_STMT,
    PG_QUERY__NODE__NODE_NOTIFY_STMT,  PG_QUERY__NODE__NODE_VARIABLE_SHOW_STMT,
    PG_QUERY__NODE__NODE_LISTEN_STMT,  PG_QUERY__NODE__NODE_REINDEX_STMT,
    PG_QUERY__NODE__NODE_CLUSTER_STMT, PG_QUERY__NODE__NODE_CHECK_POINT_STMT,
};

template <class List>
bool among(const List& list, int node_case) {
  return std::find(std::begin(list), std::end(list), node_case) != std::end(list);
}

void add(std::vector<ObjectId>& ids, std::vector<ObjectId> more) {
  for (ObjectId& id : more)
    if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

}  // namespace

StatementSubjects subjects_of(const Step& step) {
  const auto node_case = static_cast<int>(step.statement.node->node_case);
  StatementSubjects subjects{.offset = step.statement.offset, .length = step.statement.length};
  if (among(about_nothing, node_case)) return subjects;
  subjects.general = among(general, node_case);
  if (subjects.general) return subjects;
  for (const Entry& entry : table) {
    if (entry.node_case != node_case) continue;
    entry.find(step, *step.statement.node, subjects);
    return subjects;
  }
  subjects.items = {{}};
  return subjects;
}

void merge(StatementSubjects& before, StatementSubjects after) {
  before.general |= after.general;
  before.items.resize(std::max(before.items.size(), after.items.size()));
  for (std::size_t i = 0; i < after.items.size(); ++i) add(before.items[i], std::move(after.items[i]));
  add(before.uses, std::move(after.uses));
}

bool about_anything(const StatementSubjects& subjects) {
  return !subjects.general && !subjects.items.empty() &&
         std::all_of(subjects.items.begin(), subjects.items.end(), [](const auto& item) { return item.empty(); });
}

}  // namespace trueup::parse
