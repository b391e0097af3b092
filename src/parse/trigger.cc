#include "parse/trigger.h"

#include "parse/expression.h"
#include "parse/inheritance.h"

namespace trueup::parse {

namespace {

// The bits of pg_trigger.h.
enum TriggerType { row = 1, before = 2, insert = 4, remove = 8, update = 16, truncate = 32, instead = 64 };

std::vector<std::string> events_of(int bits) {
  std::vector<std::string> events;
  if (bits & insert) events.emplace_back("insert");
  if (bits & remove) events.emplace_back("delete");
  if (bits & update) events.emplace_back("update");
  if (bits & truncate) events.emplace_back("truncate");
  return events;
}

std::string timing_of(int bits) {
  if (bits & before) return "before";
  return bits & instead ? "instead of" : "after";
}

Trigger payload_of(const Step& step, const PgQuery__CreateTrigStmt& stmt) {
  Trigger trigger;
  trigger.timing = timing_of(stmt.timing);
  trigger.events = events_of(stmt.events);
  trigger.update_columns = strings_of(nodes(stmt.n_columns, stmt.columns));
  trigger.for_each_row = stmt.row;
  trigger.constraint = stmt.isconstraint;
  trigger.deferrable = stmt.deferrable;
  trigger.initially_deferred = stmt.initdeferred;
  if (stmt.constrrel)
    trigger.from_table = table_id(declared_relation_schema(step, *stmt.constrrel), stmt.constrrel->relname);
  for (const Node* node : nodes(stmt.n_transition_rels, stmt.transition_rels)) {
    const PgQuery__TriggerTransition& transition = *node->trigger_transition;
    (transition.is_new ? trigger.new_table : trigger.old_table) = transition.name;
  }
  trigger.when = expression_of(step, stmt.when_clause);
  const Nodes function = nodes(stmt.n_funcname, stmt.funcname);
  trigger.function = {.kind = Kind::function,
                      .schema = routine_schema(step, function),
                      .parent = {},
                      .name = cut_identifier(last_string(function)),
                      .signature = {}};
  trigger.arguments = strings_of(nodes(stmt.n_args, stmt.args));
  return trigger;
}

}  // namespace

Outcome create_trigger(Step& step, const PgQuery__CreateTrigStmt& stmt) {
  const ObjectId* found = find_relation(step, *stmt.relation);
  if (!found) return missing_relation(step, *stmt.relation);
  const ObjectId relation = *found;
  const ObjectId id{.kind = Kind::trigger,
                    .schema = relation.schema,
                    .parent = relation.name,
                    .name = cut_identifier(stmt.trigname),
                    .signature = {}};
  Trigger trigger = payload_of(step, stmt);
  if (Object* there = stmt.replace ? step.fold.catalog.find(id) : nullptr) {
    there->payload = std::move(trigger);
    there->origin = step.location(stmt.relation->location);
    return {};
  }
  Object* object = step.define(id, std::move(trigger), stmt.relation->location);
  if (!object || !is_partitioned(step.fold, relation)) return {};
  for (const ObjectId& partition : step.fold.heirs_of(relation)) copy_trigger(step, *object, partition);
  return {};
}

}  // namespace trueup::parse
