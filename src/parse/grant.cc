#include "parse/grant.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"
#include "parse/acl.h"
#include "parse/target.h"

namespace trueup::parse {

namespace {

std::string upper(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

void add_grant(Acl& acl, const std::string& grantee, const std::string& privilege, bool grantable) {
  const Grant plain{.grantee = grantee, .privilege = privilege};
  const Grant more{.grantee = grantee, .privilege = privilege, .grantable = true};
  if (acl.grants.contains(more)) return;
  if (grantable) {
    acl.grants.erase(plain);
    acl.grants.insert(more);
  } else {
    acl.grants.insert(plain);
  }
}

void revoke_grant(Acl& acl, const std::string& grantee, const std::string& privilege, bool option_only) {
  const bool grantable = acl.grants.erase({.grantee = grantee, .privilege = privilege, .grantable = true}) > 0;
  if (option_only) {
    if (grantable) acl.grants.insert({.grantee = grantee, .privilege = privilege});
    return;
  }
  acl.grants.erase({.grantee = grantee, .privilege = privilege});
}

// Who the owner is may be known only when a database is: what is revoked from a role until then may be its own.
void change(const PgQuery__GrantStmt& stmt, Acl& acl, const std::optional<std::string>& owner,
            const std::string& grantee, const std::string& privilege) {
  const Grant plain{.grantee = grantee, .privilege = privilege};
  if (owner && grantee == *owner) {
    if (stmt.is_grant)
      acl.owner_revoked.erase(privilege);
    else if (!stmt.grant_option)
      acl.owner_revoked.insert(privilege);
  } else if (stmt.is_grant) {
    add_grant(acl, grantee, privilege, stmt.grant_option);
    acl.unclaimed.erase(plain);
  } else {
    revoke_grant(acl, grantee, privilege, stmt.grant_option);
    if (!owner && !grantee.empty() && !stmt.grant_option) acl.unclaimed.insert(plain);
  }
}

// An owner holds the columns by the whole relation: nothing on a column is its own to lose.
void change_column(const PgQuery__GrantStmt& stmt, Acl& acl, const std::optional<std::string>& owner,
                   const std::string& grantee, const std::string& privilege) {
  if (owner && grantee == *owner) return;
  if (stmt.is_grant)
    add_grant(acl, grantee, privilege, stmt.grant_option);
  else
    revoke_grant(acl, grantee, privilege, stmt.grant_option);
}

std::map<std::string, Acl>* view_columns(Object& object) {
  if (auto* view = std::get_if<View>(&object.payload)) return &view->column_acls;
  if (auto* view = std::get_if<MaterializedView>(&object.payload)) return &view->column_acls;
  return nullptr;
}

void erase_empty(std::map<std::string, Acl>& acls) {
  std::erase_if(acls, [](const auto& entry) { return entry.second.grants.empty(); });
}

// A REVOKE on a table takes the privilege from its columns, too.
void revoke_on_columns(const Step& step, const PgQuery__GrantStmt& stmt, const ObjectId& table,
                       const std::string& grantee, const std::string& privilege) {
  if (stmt.is_grant || !is_relation(table.kind)) return;
  if (auto* acls = view_columns(*step.fold.catalog.find(table))) {
    for (auto& [column, acl] : *acls) revoke_grant(acl, grantee, privilege, stmt.grant_option);
    return erase_empty(*acls);
  }
  for (Object* column : step.fold.parts(Kind::column, table))
    revoke_grant(column->acl, grantee, privilege, stmt.grant_option);
}

void change_columns(const Step& step, const PgQuery__GrantStmt& stmt, const PgQuery__AccessPriv& privilege,
                    Object& table, const std::string& grantee) {
  const std::vector<std::string> words = *privilege.priv_name == '\0'
                                             ? all_privileges(Kind::column, step.fold.options.server_version)
                                             : std::vector<std::string>{upper(privilege.priv_name)};
  if (auto* acls = view_columns(table)) {
    for (const Node* name : nodes(privilege.n_cols, privilege.cols))
      for (const std::string& word : words)
        change_column(stmt, (*acls)[std::string(string_of(name))], table.owner, grantee, word);
    return erase_empty(*acls);
  }
  for (const Node* name : nodes(privilege.n_cols, privilege.cols)) {
    Object* column = step.fold.catalog.find(column_id(table.id.schema, table.id.name, string_of(name)));
    if (!column) {
      step.error("unknown-name",
                 fmt::format("{} has no column {}", to_string(table.id), quote_identifier(string_of(name))), -1);
      continue;
    }
    for (const std::string& word : words) change_column(stmt, column->acl, table.owner, grantee, word);
  }
}

// The sequence behind an identity column belongs to whom the table belongs.
void change_identity(const Step& step, const PgQuery__GrantStmt& stmt, Object& column) {
  auto& identity = std::get<Column>(column.payload).identity;
  const Object* table = step.fold.catalog.find(table_id(column.id.schema, column.id.parent));
  if (!identity || !table) return;
  for (const std::string& word : privileges_of(stmt, Kind::sequence, step.fold.options.server_version))
    for (const std::string& grantee : grantees_of(stmt)) change(stmt, identity->acl, table->owner, grantee, word);
}

void change_object(const Step& step, const PgQuery__GrantStmt& stmt, const ObjectId& id) {
  Object& object = *step.fold.catalog.find(id);
  if (id.kind == Kind::column) return change_identity(step, stmt, object);
  const std::vector<std::string> words = privileges_of(stmt, id.kind, step.fold.options.server_version);
  for (const std::string& grantee : grantees_of(stmt)) {
    for (const std::string& word : words) {
      change(stmt, object.acl, object.owner, grantee, word);
      revoke_on_columns(step, stmt, id, grantee, word);
    }
    for (const Node* node : nodes(stmt.n_privileges, stmt.privileges))
      if (node->access_priv->n_cols > 0) change_columns(step, stmt, *node->access_priv, object, grantee);
  }
}

bool in_all(PgQuery__ObjectType type, const Object& object) {
  const Kind kind = object.id.kind;
  const auto* column = std::get_if<Column>(&object.payload);
  switch (static_cast<int>(type)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
      return is_relation(kind);
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
      return kind == Kind::sequence || (column && column->identity);
    case PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION:
      return kind == Kind::function || kind == Kind::aggregate;
    case PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE:
      return kind == Kind::procedure;
    case PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE:
      return is_routine(kind);
    default:
      return false;
  }
}

// ON ALL … IN SCHEMA: what is there by then, of this script and of those folded before it.
std::vector<ObjectId> all_in_schemas(const Step& step, const PgQuery__GrantStmt& stmt) {
  std::vector<ObjectId> ids;
  for (const std::string& schema : strings_of(nodes(stmt.n_objects, stmt.objects)))
    for (const auto& [id, object] : step.fold.catalog.objects)
      if (id.schema == schema && in_all(stmt.objtype, object)) ids.push_back(id);
  return ids;
}

Target target_of(const Step& step, const PgQuery__GrantStmt& stmt, const Node* node) {
  if (node->node_case == PG_QUERY__NODE__NODE_RANGE_VAR) return find_target(step, *node->range_var);
  return find_target(step, stmt.objtype, node);
}

}  // namespace

std::vector<std::string> privileges_of(const PgQuery__GrantStmt& stmt, Kind kind, int server_version) {
  if (stmt.n_privileges == 0) return all_privileges(kind, server_version);
  std::vector<std::string> words;
  for (const Node* node : nodes(stmt.n_privileges, stmt.privileges)) {
    if (node->access_priv->n_cols > 0) continue;
    if (*node->access_priv->priv_name == '\0') return all_privileges(kind, server_version);
    words.push_back(upper(node->access_priv->priv_name));
  }
  return words;
}

std::vector<std::string> grantees_of(const PgQuery__GrantStmt& stmt) {
  std::vector<std::string> grantees;
  for (const Node* node : nodes(stmt.n_grantees, stmt.grantees)) {
    grantees.push_back(role_of(*node->role_spec).value_or(std::string(current_role)));
  }
  return grantees;
}

Outcome grant(Step& step, const PgQuery__GrantStmt& stmt) {
  std::vector<ObjectId> ids;
  if (stmt.targtype == PG_QUERY__GRANT_TARGET_TYPE__ACL_TARGET_ALL_IN_SCHEMA) {
    ids = all_in_schemas(step, stmt);
  } else {
    for (const Node* node : nodes(stmt.n_objects, stmt.objects)) {
      const Target target = target_of(step, stmt, node);
      if (!target.managed) step.not_managed(fmt::format("privileges on this {}", word_of(stmt.objtype)));
      if (!target.outcome.done()) return target.outcome;
      if (target.id) ids.push_back(*target.id);
    }
  }
  for (const ObjectId& id : ids) change_object(step, stmt, id);
  return {};
}

}  // namespace trueup::parse
