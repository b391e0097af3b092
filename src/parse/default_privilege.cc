#include <algorithm>

#include "parse/acl.h"
#include "parse/grant.h"

namespace trueup::parse {

namespace {

// What ALTER DEFAULT PRIVILEGES calls the class of objects, and a kind that stands for its privileges.
struct ObjectClass {
  std::string_view name;
  Kind kind;
};

ObjectClass class_of(PgQuery__ObjectType type) {
  switch (static_cast<int>(type)) {
    case PG_QUERY__OBJECT_TYPE__OBJECT_SEQUENCE:
      return {"sequences", Kind::sequence};
    case PG_QUERY__OBJECT_TYPE__OBJECT_FUNCTION:
    case PG_QUERY__OBJECT_TYPE__OBJECT_PROCEDURE:
    case PG_QUERY__OBJECT_TYPE__OBJECT_ROUTINE:
      return {"functions", Kind::function};
    case PG_QUERY__OBJECT_TYPE__OBJECT_TYPE:
      return {"types", Kind::enum_type};
    case PG_QUERY__OBJECT_TYPE__OBJECT_SCHEMA:
      return {"schemas", Kind::schema};
    default:
      return {"tables", Kind::table};
  }
}

std::string entry(const Grant& grant) {
  std::string text = grant.grantee.empty() ? "PUBLIC" : grant.grantee;
  text += " " + grant.privilege;
  if (grant.grantable) text += " WITH GRANT OPTION";
  return text;
}

void add(std::vector<std::string>& list, const std::string& text) {
  const auto place = std::lower_bound(list.begin(), list.end(), text);
  if (place == list.end() || *place != text) list.insert(place, text);
}

void remove(std::vector<std::string>& list, const std::string& text) {
  list.erase(std::remove(list.begin(), list.end(), text), list.end());
}

// Built-in privileges of PUBLIC, which only a REVOKE makes worth stating.
bool built_in(const ObjectClass& object_class, const Grant& grant, bool everywhere) {
  if (!everywhere || !grant.grantee.empty() || grant.grantable) return false;
  return (is_routine(object_class.kind) && grant.privilege == "EXECUTE") ||
         (is_type(object_class.kind) && grant.privilege == "USAGE");
}

void change(DefaultPrivilege& payload, const Grant& grant, bool is_grant, bool option_only, bool is_built_in) {
  Grant plain = grant;
  plain.grantable = false;
  Grant more = plain;
  more.grantable = true;
  if (is_grant) {
    remove(payload.revoked, entry(plain));
    if (is_built_in) return;
    if (grant.grantable) remove(payload.grants, entry(plain));
    const bool has_more =
        std::binary_search(payload.grants.begin(), payload.grants.end(), entry(more)) && !grant.grantable;
    if (!has_more) add(payload.grants, entry(grant));
    return;
  }
  const bool had_more = std::binary_search(payload.grants.begin(), payload.grants.end(), entry(more));
  remove(payload.grants, entry(more));
  if (option_only) {
    if (had_more) add(payload.grants, entry(plain));
    return;
  }
  remove(payload.grants, entry(plain));
  if (is_built_in) add(payload.revoked, entry(plain));
}

// Objects that this script makes later: only of the role that makes them, which is not one named by FOR ROLE.
void remember(const Step& step, const std::string& schema, std::string_view object_class, const Grant& grant,
              bool is_grant) {
  std::vector<DefaultAcl>& list = step.fold.default_acls[step.statement.source];
  auto found = std::find_if(list.begin(), list.end(), [&](const DefaultAcl& acl) {
    return acl.schema == schema && acl.object_class == object_class;
  });
  if (found == list.end()) {
    list.push_back({.schema = schema, .object_class = std::string(object_class), .granted = {}, .revoked = {}});
    found = std::prev(list.end());
  }
  Grant plain = grant;
  plain.grantable = false;
  if (is_grant) {
    found->granted.insert(grant);
    found->revoked.erase(plain);
  } else {
    found->granted.erase(grant);
    found->granted.erase(plain);
    found->revoked.insert(plain);
  }
}

struct Scope {
  std::vector<std::string> schemas;
  std::vector<std::string> roles;
};

Scope scope_of(const PgQuery__AlterDefaultPrivilegesStmt& stmt) {
  Scope scope;
  for (const Node* node : nodes(stmt.n_options, stmt.options)) {
    const PgQuery__DefElem& option = *node->def_elem;
    if (std::string_view(option.defname) == "schemas") scope.schemas = strings_of(items_of(option.arg));
    if (std::string_view(option.defname) == "roles")
      for (const Node* role : items_of(option.arg)) scope.roles.push_back(role_of(*role->role_spec).value_or(""));
  }
  if (scope.schemas.empty()) scope.schemas.emplace_back();
  if (scope.roles.empty()) scope.roles.emplace_back();
  return scope;
}

}  // namespace

Outcome alter_default_privileges(Step& step, const PgQuery__AlterDefaultPrivilegesStmt& stmt) {
  const PgQuery__GrantStmt& action = *stmt.action;
  const ObjectClass object_class = class_of(action.objtype);
  const Scope scope = scope_of(stmt);
  const std::vector<std::string> words = privileges_of(action, object_class.kind, step.fold.options.server_version);
  for (const std::string& role : scope.roles) {
    for (const std::string& schema : scope.schemas) {
      const ObjectId id{.kind = Kind::default_privilege,
                        .schema = schema,
                        .parent = role,
                        .name = std::string(object_class.name),
                        .signature = {}};
      Object* object = step.fold.catalog.find(id);
      if (!object) object = step.define(id, DefaultPrivilege{});
      auto& payload = std::get<DefaultPrivilege>(object->payload);
      for (const std::string& grantee : grantees_of(action)) {
        if (grantee == current_role) continue;  // whoever makes the objects owns them
        for (const std::string& word : words) {
          const Grant grant{.grantee = grantee, .privilege = word, .grantable = action.is_grant && action.grant_option};
          change(payload, grant, action.is_grant, action.grant_option, built_in(object_class, grant, schema.empty()));
          if (role.empty()) remember(step, schema, object_class.name, grant, action.is_grant);
        }
      }
      if (payload.grants.empty() && payload.revoked.empty()) step.fold.erase(id);
    }
  }
  return {};
}

}  // namespace trueup::parse
