#include <algorithm>

#include "introspect/steps.h"
#include "model/enabled.h"

namespace trueup::introspect {

namespace {

std::string query(const Context&) {
  return "SELECT e.oid, e.evtname, e.evtevent, e.evttags, e.evtenabled, e.evtowner, n.nspname, p.proname "
         "FROM pg_event_trigger e JOIN pg_proc p ON p.oid = e.evtfoid JOIN pg_namespace n ON n.oid = p.pronamespace";
}

void fold(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_event_trigger, oid)) continue;
    Object object{.id = {.kind = Kind::event_trigger, .name = row.text()}};
    EventTrigger trigger{.event = row.text(), .tags = row.array()};
    std::sort(trigger.tags.begin(), trigger.tags.end());
    trigger.tags.erase(std::unique(trigger.tags.begin(), trigger.tags.end()), trigger.tags.end());
    trigger.enabled = enabled_word(row.character());
    object.owner = context.role(row.oid());
    trigger.function = {.kind = Kind::function, .schema = row.text(), .name = row.text()};
    object.payload = std::move(trigger);
    context.add({pg_event_trigger, oid, 0}, std::move(object));
  }
}

}  // namespace

const Step event_trigger_step = {.what = "event triggers", .query = query, .fold = fold};

}  // namespace trueup::introspect
