#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/quote.h"
#include "render/effect.h"
#include "render/json_text.h"
#include "render/plan_file.h"
#include "render/preview.h"

namespace trueup::render {

using Json = nlohmann::ordered_json;

static Json destruction(const std::optional<ddl::Destruction>& destroys) {
  if (!destroys) return nullptr;
  return {{"hazard", destroys->hazard}, {"what", destroys->what}};
}

/// The parts of an id that are not empty, so that it can be read back.
static Json parts(const ObjectId& id) {
  Json out = Json::object();
  const std::pair<const char*, const std::string&> named[] = {
      {"schema", id.schema}, {"parent", id.parent}, {"name", id.name}, {"signature", id.signature}};
  for (const auto& [name, text] : named)
    if (!text.empty()) out[name] = text;
  return out;
}

using Hazards = std::vector<std::vector<hazards::Finding>>;

static Json hazards_of(std::size_t number, const Hazards& hazards) {
  Json out = Json::array();
  if (number > hazards.size()) return out;
  for (const hazards::Finding& finding : hazards[number - 1])
    out.push_back({{"hazard", finding.hazard->id},
                   {"level", name_of(finding.hazard->level)},
                   {"message", finding.message},
                   {"safe", finding.safe}});
  return out;
}

static Json names(const std::set<ObjectId>& relations) {
  Json out = Json::array();
  for (const ObjectId& relation : relations) out.push_back(qualified(relation.schema, relation.name));
  return out;
}

static Json effect_of(const plan::Effect& effect, const Sizes* sizes) {
  if (!effect.known) return nullptr;
  Json locks = Json::array();
  for (const auto& [relation, mode] : effect.locks)
    locks.push_back({{"mode", plan::lock_name(mode)},
                     {"relation", qualified(relation.schema, relation.name)},
                     {"kind", name_of(relation.kind)},
                     {"schema", relation.schema},
                     {"name", relation.name}});
  const std::string duration = duration_class(effect, sizes);
  return {{"locks", std::move(locks)},           {"reads_wait", effect.reads_wait()},
          {"writes_wait", effect.writes_wait()}, {"rewrites", names(effect.rewrites)},
          {"scans", names(effect.scans)},        {"duration", duration.empty() ? Json(nullptr) : Json(duration)}};
}

static Json segments(const plan::Plan& plan, const Hazards& hazards, const Sizes* sizes) {
  Json out = Json::array();
  std::size_t number = 0;
  for (const plan::Segment& segment : plan.segments) {
    Json statements = Json::array();
    for (const plan::Step& step : segment.steps) {
      ++number;
      statements.push_back({{"number", number},
                            {"sql", ddl::shown(step.statement)},
                            {"change", word(step.change)},
                            {"kind", name_of(step.subject.kind)},
                            {"object", to_string(step.subject)},
                            {"id", parts(step.subject)},
                            {"masked", !step.statement.secrets.empty()},
                            {"lacks_secret", step.statement.lacks_secret},
                            {"effect", effect_of(step.effect, sizes)},
                            {"destroys", destruction(step.statement.destroys)},
                            {"hazards", hazards_of(number, hazards)}});
    }
    out.push_back({{"transactional", segment.transactional}, {"statements", std::move(statements)}});
  }
  return out;
}

std::string json(const Preview& preview) {
  Json out = {
      {"format", plan_file_format},
      {"tool", {{"name", "trueup"}, {"version", preview.tool}}},
      {"server_version", preview.server_version},
      {"from", {{"name", preview.from}, {"fingerprint", preview.from_fingerprint}}},
      {"to", {{"name", preview.to}, {"fingerprint", preview.to_fingerprint}}},
      {"filter", {{"include", preview.filter.include}, {"exclude", preview.filter.exclude}}},
      {"proof",
       {{"proven", preview.proven},
        {"summary", preview.proof},
        {"objects_loaded", preview.proof_loaded},
        {"objects_total", preview.proof_total},
        {"rows",
         {{"survive_up", preview.rows_survive}, {"back_after_down", preview.rows_return}, {"lost", preview.rows_lost}}},
        {"notes", preview.proof_notes}}},
      {"up", segments(preview.up, preview.up_hazards, preview.sizes)},
      {"down", segments(preview.down, preview.down_hazards, preview.sizes)}};
  out["refused"] = Json::array();
  for (const ddl::Destruction& refused : preview.refused) out["refused"].push_back(destruction(refused));
  out["parked"] = preview.parked;
  out["undecided"] = Json::array();
  for (const diff::Undecided& undecided : preview.up.undecided)
    out["undecided"].push_back({{"object", to_string(undecided.id)}, {"field", undecided.field}});
  out["sha256"] = seal(out);
  return json_text(out);
}

}  // namespace trueup::render
