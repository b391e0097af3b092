#include "parse/rule.h"

#include "parse/expression.h"

namespace trueup::parse {

namespace {

std::string event_of(PgQuery__CmdType type) {
  switch (static_cast<int>(type)) {
    case PG_QUERY__CMD_TYPE__CMD_INSERT:
      return "insert";
    case PG_QUERY__CMD_TYPE__CMD_UPDATE:
      return "update";
    case PG_QUERY__CMD_TYPE__CMD_DELETE:
      return "delete";
    default:
      return "select";
  }
}

Rule payload_of(const Step& step, const PgQuery__RuleStmt& stmt) {
  Rule rule{.event = event_of(stmt.event), .instead = static_cast<bool>(stmt.instead)};
  rule.condition = expression_of(step, stmt.where_clause);
  for (const Node* action : nodes(stmt.n_actions, stmt.actions))
    if (action->node_case != PG_QUERY__NODE__NODE__NOT_SET) rule.actions.push_back(query_of(step, *action));
  return rule;
}

}  // namespace

Outcome create_rule(Step& step, const PgQuery__RuleStmt& stmt) {
  const ObjectId* found = find_relation(step, *stmt.relation);
  if (!found) return missing_relation(step, *stmt.relation);
  const ObjectId id{.kind = Kind::rule,
                    .schema = found->schema,
                    .parent = found->name,
                    .name = cut_identifier(stmt.rulename),
                    .signature = {}};
  if (stmt.event == PG_QUERY__CMD_TYPE__CMD_SELECT) {
    step.warning("not-managed", "a rule ON SELECT is not managed and left alone", stmt.relation->location,
                 "state the view with CREATE VIEW");
    return {};
  }
  Rule rule = payload_of(step, stmt);
  if (Object* there = stmt.replace ? step.fold.catalog.find(id) : nullptr) {
    rule.enabled = std::get<Rule>(there->payload).enabled;
    there->payload = std::move(rule);
    there->origin = step.location(stmt.relation->location);
    return {};
  }
  step.define(id, std::move(rule), stmt.relation->location);
  return {};
}

}  // namespace trueup::parse
