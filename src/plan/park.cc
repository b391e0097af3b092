#include "plan/park.h"

#include <algorithm>

#include "ddl/parking.h"
#include "model/parked.h"

namespace trueup::plan {

void bring_back(const Ends& ends, const Parking& parking, Fates& fates) {
  for (const auto& [id, place] : parking.places) {
    const auto it = fates.find(id);
    if (it == fates.end() || !it->second.create) continue;
    it->second.parked = place;
    const auto* table = std::get_if<Table>(&ends.to.find(id)->payload);
    if (table && table->partition_of) it->second.joins_later = true;
  }
}

void put_away(const Ends& ends, const Parking& parking, Fates& fates) {
  for (const auto& [id, place] : parking.places)
    if (const auto it = fates.find(id); it != fates.end() && it->second.drop) it->second.parked = place;
  const auto is_parked = [&](const ObjectId& id) {
    const Fate* fate = fate_of(fates, id);
    return fate && fate->drop && fate->parked;
  };
  for (auto& [id, fate] : fates) {
    if (!fate.drop) continue;
    const bool own = id.kind == Kind::sequence && fate.parked;
    if (own || (fate.dropped_with && fate.dropped_with->kind == Kind::column && is_parked(*fate.dropped_with)))
      fate.dropped_with.reset();
    if (id.kind != Kind::column || (!fate.parked && !is_parked(table_id(id.schema, id.parent)))) continue;
    if (ddl::counts_by_sequence(*ends.from.find(id))) fate.detach_default = true;
  }
}

std::vector<const Object*> parts_of(const ObjectId& table, const Ends& ends, const Fates& fates) {
  std::vector<const Object*> parts;
  for (const auto& [id, fate] : fates) {
    if (!fate.dropped_with || id.kind == Kind::column || id.kind == Kind::sequence) continue;
    const Object& object = *ends.from.find(id);
    // A partition that is detached has left the triggers of its parent, and a publication takes its list along.
    const bool goes_anyway =
        (id.kind == Kind::trigger && object.inherited_from) || fate.dropped_with->kind == Kind::publication;
    if (ends.from.home_of(object) == table && !goes_anyway) parts.push_back(&object);
  }
  return parts;
}

std::vector<Step> first_of_parking(const Ends& ends, const Fates& fates) {
  std::vector<Step> steps;
  std::vector<ddl::Parked> back;
  bool needs_schema = false;
  for (const auto& [id, fate] : fates) {
    if (!fate.parked) continue;
    if (fate.drop) needs_schema = needs_schema || id.kind != Kind::column;
    if (fate.create)
      back.push_back({.origin = id,
                      .parked = *fate.parked,
                      .needs_values = id.kind == Kind::column && ddl::needs_values(*ends.to.find(id), ends.to)});
  }
  if (needs_schema)
    steps.push_back({.subject = table_id(parked_schema, {}),
                     .change = diff::Change::create,
                     .statement = ddl::make_parked_schema()});
  if (!back.empty())
    steps.push_back(
        {.subject = back.front().origin, .change = diff::Change::alter, .statement = ddl::check_parked(back)});
  return steps;
}

}  // namespace trueup::plan
