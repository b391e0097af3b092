#include "parse/policy.h"

#include <algorithm>

#include "parse/expression.h"

namespace trueup::parse {

namespace {

ObjectId policy_id(const ObjectId& table, std::string_view name) {
  return {.kind = Kind::policy,
          .schema = table.schema,
          .parent = table.name,
          .name = cut_identifier(name),
          .signature = {}};
}

std::vector<std::string> roles_of(Nodes list) {
  std::vector<std::string> roles;
  for (const Node* node : list) roles.push_back(role_of(*node->role_spec).value_or(std::string(current_role)));
  std::sort(roles.begin(), roles.end());
  roles.erase(std::unique(roles.begin(), roles.end()), roles.end());
  // PUBLIC among others makes the others mean nothing: the server keeps it alone.
  if (!roles.empty() && roles.front().empty()) roles.resize(1);
  return roles;
}

}  // namespace

Outcome create_policy(Step& step, const PgQuery__CreatePolicyStmt& stmt) {
  const ObjectId* found = find_relation(step, *stmt.table);
  if (!found) return missing_relation(step, *stmt.table);
  Policy policy{.permissive = static_cast<bool>(stmt.permissive),
                .command = stmt.cmd_name,
                .roles = roles_of(nodes(stmt.n_roles, stmt.roles)),
                .using_expression = expression_of(step, stmt.qual),
                .check_expression = expression_of(step, stmt.with_check)};
  step.define(policy_id(*found, stmt.policy_name), std::move(policy), stmt.table->location);
  return {};
}

Outcome alter_policy(Step& step, const PgQuery__AlterPolicyStmt& stmt) {
  const ObjectId* found = find_relation(step, *stmt.table);
  if (!found) return missing_relation(step, *stmt.table);
  const ObjectId id = policy_id(*found, stmt.policy_name);
  Object* object = step.fold.catalog.find(id);
  if (!object) return {.missing = to_string(id), .offset = stmt.table->location};
  auto& policy = std::get<Policy>(object->payload);
  if (stmt.n_roles > 0) policy.roles = roles_of(nodes(stmt.n_roles, stmt.roles));
  if (stmt.qual) policy.using_expression = expression_of(step, stmt.qual);
  if (stmt.with_check) policy.check_expression = expression_of(step, stmt.with_check);
  return {};
}

}  // namespace trueup::parse
