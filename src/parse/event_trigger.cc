#include "parse/event_trigger.h"

#include <algorithm>

#include "model/enabled.h"

namespace trueup::parse {

namespace {

ObjectId event_trigger_id(std::string_view name) {
  return {.kind = Kind::event_trigger, .schema = {}, .parent = {}, .name = cut_identifier(name), .signature = {}};
}

/// WHEN TAG IN (…): the server keeps tags in upper case.
std::vector<std::string> tags_of(Nodes conditions) {
  std::vector<std::string> tags;
  for (const Node* node : conditions) {
    if (std::string_view(node->def_elem->defname) != "tag") continue;
    for (std::string tag : strings_of(items_of(node->def_elem->arg))) {
      std::transform(tag.begin(), tag.end(), tag.begin(), [](unsigned char c) { return std::toupper(c); });
      tags.push_back(std::move(tag));
    }
  }
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  return tags;
}

}  // namespace

Outcome create_event_trigger(Step& step, const PgQuery__CreateEventTrigStmt& stmt) {
  const Nodes function = nodes(stmt.n_funcname, stmt.funcname);
  EventTrigger trigger{.event = stmt.eventname, .tags = tags_of(nodes(stmt.n_whenclause, stmt.whenclause))};
  trigger.function = {.kind = Kind::function,
                      .schema = routine_schema(step, function),
                      .parent = {},
                      .name = cut_identifier(last_string(function)),
                      .signature = {}};
  step.define(event_trigger_id(stmt.trigname), std::move(trigger));
  return {};
}

Outcome alter_event_trigger(Step& step, const PgQuery__AlterEventTrigStmt& stmt) {
  const ObjectId id = event_trigger_id(stmt.trigname);
  Object* object = step.fold.catalog.find(id);
  if (!object) return {.missing = to_string(id), .offset = -1};
  std::get<EventTrigger>(object->payload).enabled = enabled_word(*stmt.tgenabled);
  return {};
}

}  // namespace trueup::parse
