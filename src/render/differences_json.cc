#include <algorithm>
#include <nlohmann/json.hpp>

#include "render/differences.h"
#include "render/json_text.h"
#include "render/value.h"

namespace trueup::render {

static nlohmann::ordered_json fields_json(const Comparison& c, const diff::Delta& delta) {
  nlohmann::ordered_json fields = nlohmann::ordered_json::array();
  if (delta.change != diff::Change::alter) return fields;
  const auto before = readable_fields(*c.from.find(delta.id));
  const auto after = readable_fields(*c.to.find(delta.id));
  for (std::size_t i = 0; i < after.size(); ++i)
    if (std::find(delta.fields.begin(), delta.fields.end(), after[i].name) != delta.fields.end())
      fields.push_back({{"name", after[i].name}, {"from", before[i].value}, {"to", after[i].value}});
  return fields;
}

std::string differences_json(const Comparison& c) {
  nlohmann::ordered_json out = {
      {"format", 1}, {"in_sync", c.difference.empty() && c.renaming.empty()}, {"from", c.from_name}, {"to", c.to_name}};
  out["renames"] = nlohmann::ordered_json::array();
  for (const Rename& rename : c.renaming.renames()) {
    nlohmann::ordered_json one = {
        {"kind", name_of(rename.to.kind)}, {"object", to_string(rename.to)}, {"from", to_string(rename.from)}};
    if (!rename.part.empty()) one.update({{"part", rename.part_to}, {"part_from", rename.part}});
    out["renames"].push_back(std::move(one));
  }
  out["differences"] = nlohmann::ordered_json::array();
  for (const diff::Delta& delta : c.difference.deltas)
    out["differences"].push_back({{"change", word(delta.change)},
                                  {"kind", name_of(delta.id.kind)},
                                  {"object", to_string(delta.id)},
                                  {"fields", fields_json(c, delta)}});
  out["undecided"] = nlohmann::ordered_json::array();
  for (const diff::Undecided& undecided : c.difference.undecided)
    out["undecided"].push_back({{"object", to_string(undecided.id)}, {"field", undecided.field}});
  return json_text(out);
}

}  // namespace trueup::render
