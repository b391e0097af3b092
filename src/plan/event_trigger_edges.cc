#include <algorithm>

#include "plan/build.h"

namespace trueup::plan {

namespace {

struct Switches {
  std::vector<NodeIndex> off;  ///< before everything
  std::vector<NodeIndex> on;   ///< after everything
  std::vector<bool> own;       ///< nodes of event triggers: not ordered among each other
};

/// Where a statement that changes the enabled state in place belongs.
bool switches_off(const Object& after) { return std::get<EventTrigger>(after.payload).enabled == "disabled"; }

Switches find_switches(const Ends& ends, const Fates& fates, const Draft& draft) {
  Switches switches;
  switches.own.resize(draft.graph.size());
  for (const auto& [id, fate] : fates) {
    const auto at = draft.places.find(id);
    if (id.kind != Kind::event_trigger || at == draft.places.end()) continue;
    const auto& [detach, drop, make, late, discard] = at->second;
    for (const auto* nodes : {&detach, &drop, &make, &late, &discard})
      for (const NodeIndex node : *nodes) switches.own[node] = true;
    switches.off.insert(switches.off.end(), drop.begin(), drop.end());
    if (!fate.create && !fate.alters("enabled")) continue;
    auto& where = !fate.create && switches_off(*ends.to.find(id)) ? switches.off : switches.on;
    where.insert(where.end(), make.begin(), make.end());
  }
  return switches;
}

}  // namespace

void add_event_trigger_edges(const Ends& ends, const Fates& fates, Draft& draft) {
  const Switches switches = find_switches(ends, fates, draft);
  for (NodeIndex other = 0; other < draft.graph.size(); ++other) {
    if (switches.own[other]) continue;
    for (const NodeIndex off : switches.off) draft.graph.edge(off, other);
    for (const NodeIndex on : switches.on) draft.graph.edge(other, on);
  }
}

}  // namespace trueup::plan
