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

void change(const PgQuery__GrantStmt& stmt, Object& object, const std::optional<std::string>& owner,
            const std::string& grantee, const std::string& privilege) {
  if (owner && grantee == *owner) {
    if (stmt.is_grant)
      object.acl.owner_revoked.erase(privilege);
    else if (!stmt.grant_option)
      object.acl.owner_revoked.insert(privilege);
  } else if (stmt.is_grant) {
    add_grant(object.acl, grantee, privilege, stmt.grant_option);
  } else {
    revoke_grant(object.acl, grantee, privilege, stmt.grant_option);
  }
}

// A REVOKE on a table takes the privilege from its columns, too.
void revoke_on_columns(const Step& step, const PgQuery__GrantStmt& stmt, const ObjectId& table,
                       const std::string& grantee, const std::string& privilege) {
  if (stmt.is_grant || table.kind != Kind::table) return;
  for (Object* column : step.fold.parts(Kind::column, table))
    revoke_grant(column->acl, grantee, privilege, stmt.grant_option);
}

void change_columns(const Step& step, const PgQuery__GrantStmt& stmt, const PgQuery__AccessPriv& privilege,
                    const Object& table, const std::string& grantee) {
  if (table.id.kind != Kind::table) {
    step.not_managed("a privilege on a view's columns");
    return;
  }
  const std::vector<std::string> words = *privilege.priv_name == '\0'
                                             ? all_privileges(Kind::column, step.fold.options.server_version)
                                             : std::vector<std::string>{upper(privilege.priv_name)};
  for (const Node* name : nodes(privilege.n_cols, privilege.cols)) {
    Object* column = step.fold.catalog.find(column_id(table.id.schema, table.id.name, string_of(name)));
    if (!column) {
      step.error("unknown-name",
                 fmt::format("{} has no column {}", to_string(table.id), quote_identifier(string_of(name))), -1);
      continue;
    }
    for (const std::string& word : words) change(stmt, *column, table.owner, grantee, word);
  }
}

void change_object(const Step& step, const PgQuery__GrantStmt& stmt, const ObjectId& id) {
  Object& object = *step.fold.catalog.find(id);
  const std::vector<std::string> words = privileges_of(stmt, id.kind, step.fold.options.server_version);
  for (const std::string& grantee : grantees_of(stmt)) {
    for (const std::string& word : words) {
      change(stmt, object, object.owner, grantee, word);
      revoke_on_columns(step, stmt, id, grantee, word);
    }
    for (const Node* node : nodes(stmt.n_privileges, stmt.privileges))
      if (node->access_priv->n_cols > 0) change_columns(step, stmt, *node->access_priv, object, grantee);
  }
}

bool in_all(PgQuery__ObjectType type, Kind kind) {
  switch (static_cast<int>(type)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_TABLE:
      return is_relation(kind);
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
      return kind == Kind::sequence;
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
      if (id.schema == schema && in_all(stmt.objtype, id.kind)) ids.push_back(id);
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
    std::optional<std::string> role = role_of(*node->role_spec);
    if (role) grantees.push_back(std::move(*role));
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
      if (target.id && target.id->kind == Kind::column)
        step.not_managed("privileges on an identity's sequence");
      else if (target.id)
        ids.push_back(*target.id);
    }
  }
  for (const ObjectId& id : ids) change_object(step, stmt, id);
  return {};
}

}  // namespace trueup::parse
