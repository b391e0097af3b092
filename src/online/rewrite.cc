#include <algorithm>
#include <array>

#include "online/form.h"
#include "plan/segments.h"

namespace trueup::online {

bool Setting::holds_rows() const {
  const auto filled = [&](const ObjectId& relation) {
    if (relation.kind != Kind::table && relation.kind != Kind::materialized_view) return false;
    if (!sizes || is_partitioned(relation, ends)) return sizes == nullptr;
    const auto size = sizes->find(relation);
    return size == sizes->end() || size->second.bytes != 0;
  };
  return std::any_of(step().effect.locks.begin(), step().effect.locks.end(),
                     [&](const auto& lock) { return filled(lock.first); });
}

plan::Step instead(const plan::Step& step, std::string sql, ddl::Transaction transaction) {
  plan::Step other = step;
  other.statement = {.sql = std::move(sql), .transaction = transaction, .destroys = {}, .needs = {}};
  other.effect = {};
  return other;
}

std::string name_with(const std::string& name, std::string_view suffix) {
  constexpr std::size_t longest = 63;
  return name.substr(0, std::min(name.size(), longest - suffix.size())) + std::string(suffix);
}

bool is_partitioned(const ObjectId& table, const effects::Ends& ends) {
  for (const Catalog* catalog : {&ends.from, &ends.to}) {
    const Object* object = catalog->find(table);
    const auto* payload = object ? std::get_if<Table>(&object->payload) : nullptr;
    if (payload && payload->partition_key) return true;
  }
  return false;
}

void rewrite(plan::Plan& plan, const effects::Ends& ends, const Sizes* sizes) {
  constexpr std::array forms = {create_index, drop_index, add_key, add_constraint, set_not_null, drop_partition};
  std::vector<plan::Step> steps;
  for (plan::Segment& segment : plan.segments)
    std::move(segment.steps.begin(), segment.steps.end(), std::back_inserter(steps));
  const Catalog& server = ends.from.server_version_text.empty() ? ends.to : ends.from;
  plan::Segments segments;
  for (std::size_t at = 0; at < steps.size(); ++at) {
    const Setting setting{
        .steps = steps, .at = at, .ends = ends, .sizes = sizes, .version = server.server_version / 10000};
    Rewritten rewritten;
    if (setting.holds_rows())
      for (const auto form : forms)
        if ((rewritten = form(setting))) break;
    if (!rewritten) rewritten = {steps[at]};
    for (plan::Step& step : *rewritten) segments.add(std::move(step));
  }
  plan.segments = segments.take();
  effects::describe(plan, ends);
}

}  // namespace trueup::online
