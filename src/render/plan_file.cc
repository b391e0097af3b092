#include "render/plan_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/hash.h"
#include "base/quote.h"
#include "render/json_text.h"

namespace trueup::render {

using Json = nlohmann::ordered_json;

namespace {

/// Reads members and remembers the first one that is not what it should be.
class Members {
 public:
  [[nodiscard]] const std::string& wrong() const { return wrong_; }

  const Json& member(const Json& of, const char* name, Json::value_t type) {
    static const Json none;
    const auto found = of.is_object() ? of.find(name) : of.end();
    const bool there = of.is_object() && found != of.end();
    const bool fits =
        there && (found->type() == type || (type == Json::value_t::number_unsigned && found->is_number_integer()));
    if (fits) return *found;
    if (wrong_.empty()) wrong_ = name;
    return none;
  }
  std::string text(const Json& of, const char* name) {
    const Json& found = member(of, name, Json::value_t::string);
    return found.is_string() ? found.get<std::string>() : "";
  }
  bool flag(const Json& of, const char* name) {
    const Json& found = member(of, name, Json::value_t::boolean);
    return found.is_boolean() && found.get<bool>();
  }
  int number(const Json& of, const char* name) {
    const Json& found = member(of, name, Json::value_t::number_unsigned);
    return found.is_number_integer() ? found.get<int>() : 0;
  }
  std::vector<std::string> texts(const Json& of, const char* name) {
    std::vector<std::string> out;
    for (const Json& each : member(of, name, Json::value_t::array)) {
      if (each.is_string())
        out.push_back(each.get<std::string>());
      else if (wrong_.empty())
        wrong_ = name;
    }
    return out;
  }
  void fail(const char* name) {
    if (wrong_.empty()) wrong_ = name;
  }

 private:
  std::string wrong_;
};

std::string optional_text(const Json& of, const char* name) {
  const auto found = of.is_object() ? of.find(name) : of.end();
  return of.is_object() && found != of.end() && found->is_string() ? found->get<std::string>() : "";
}

ObjectId id_of(const Json& statement, Members& members) {
  ObjectId id;
  const std::string kind = members.text(statement, "kind");
  const auto* const known =
      std::find_if(std::begin(all_kinds), std::end(all_kinds), [&](Kind each) { return name_of(each) == kind; });
  if (known == std::end(all_kinds))
    members.fail("kind");
  else
    id.kind = *known;
  const Json& parts = members.member(statement, "id", Json::value_t::object);
  id.schema = optional_text(parts, "schema");
  id.parent = optional_text(parts, "parent");
  id.name = optional_text(parts, "name");
  id.signature = optional_text(parts, "signature");
  return id;
}

diff::Change change_of(const std::string& text, Members& members) {
  for (const diff::Change change : {diff::Change::create, diff::Change::drop, diff::Change::alter})
    if (text == word(change)) return change;
  members.fail("change");
  return diff::Change::alter;
}

ddl::Destruction destruction_of(const Json& json, Members& members) {
  return {.hazard = members.text(json, "hazard"), .what = members.text(json, "what")};
}

plan::LockMode lock_mode_of(const std::string& text, Members& members) {
  for (int mode = 1; mode <= static_cast<int>(plan::LockMode::access_exclusive); ++mode)
    if (text == plan::lock_name(static_cast<plan::LockMode>(mode))) return static_cast<plan::LockMode>(mode);
  members.fail("mode");
  return plan::LockMode::access_exclusive;
}

/// What is scanned or rewritten is locked as well.
std::set<ObjectId> among(const std::map<ObjectId, plan::LockMode>& locks, const Json& names) {
  std::set<ObjectId> relations;
  for (const auto& [relation, mode] : locks)
    for (const Json& name : names)
      if (name == qualified(relation.schema, relation.name)) relations.insert(relation);
  return relations;
}

/// Unknown where the file says nothing of it.
plan::Effect effect_of(const Json& json, Members& members) {
  const auto found = json.is_object() ? json.find("effect") : json.end();
  if (!json.is_object() || found == json.end() || !found->is_object()) return {};
  plan::Effect effect{.known = true, .locks = {}, .rewrites = {}, .scans = {}};
  for (const Json& lock : members.member(*found, "locks", Json::value_t::array)) {
    const auto* const kind = std::find_if(std::begin(all_kinds), std::end(all_kinds),
                                          [&](Kind each) { return name_of(each) == optional_text(lock, "kind"); });
    if (kind == std::end(all_kinds)) members.fail("kind");
    const ObjectId relation = {.kind = kind == std::end(all_kinds) ? Kind::table : *kind,
                               .schema = members.text(lock, "schema"),
                               .parent = {},
                               .name = members.text(lock, "name"),
                               .signature = {}};
    effect.locks[relation] = lock_mode_of(members.text(lock, "mode"), members);
  }
  effect.rewrites = among(effect.locks, members.member(*found, "rewrites", Json::value_t::array));
  effect.scans = among(effect.locks, members.member(*found, "scans", Json::value_t::array));
  return effect;
}

plan::Step step_of(const Json& json, Members& members, bool& masked) {
  plan::Step step;
  step.subject = id_of(json, members);
  step.change = change_of(members.text(json, "change"), members);
  step.statement.sql = members.text(json, "sql");
  step.effect = effect_of(json, members);
  step.statement.lacks_secret = members.flag(json, "lacks_secret");
  masked = members.flag(json, "masked") || masked;
  const auto destroys = json.is_object() ? json.find("destroys") : json.end();
  if (!json.is_object() || destroys == json.end())
    members.fail("destroys");
  else if (!destroys->is_null())
    step.statement.destroys = destruction_of(*destroys, members);
  return step;
}

plan::Plan plan_of(const Json& document, const char* name, Members& members, bool& masked) {
  plan::Plan plan;
  for (const Json& json : members.member(document, name, Json::value_t::array)) {
    plan::Segment segment;
    segment.transactional = members.flag(json, "transactional");
    for (const Json& statement : members.member(json, "statements", Json::value_t::array))
      segment.steps.push_back(step_of(statement, members, masked));
    if (segment.steps.empty() || (!segment.transactional && segment.steps.size() != 1)) members.fail("statements");
    for (plan::Step& step : segment.steps)
      step.statement.transaction = segment.transactional ? ddl::Transaction::inside : ddl::Transaction::outside;
    plan.segments.push_back(std::move(segment));
  }
  return plan;
}

/// What was said of each statement. A hazard that this program does not know is passed over.
std::vector<std::vector<hazards::Finding>> hazards_of(const Json& document, const char* name, Members& members) {
  std::vector<std::vector<hazards::Finding>> found;
  for (const Json& segment : members.member(document, name, Json::value_t::array))
    for (const Json& statement : members.member(segment, "statements", Json::value_t::array)) {
      std::vector<hazards::Finding>& findings = found.emplace_back();
      if (!statement.is_object() || !statement.contains("hazards")) continue;  // written before there were any
      for (const Json& each : members.member(statement, "hazards", Json::value_t::array))
        if (const hazards::Hazard* hazard = hazards::find(members.text(each, "hazard")))
          findings.push_back(
              {.hazard = hazard, .message = members.text(each, "message"), .safe = members.text(each, "safe")});
    }
  return found;
}

Error no_plan(const std::string& name, const std::string& why) {
  return {.message = fmt::format("{} is no plan: {}", name, why),
          .hint = "a plan is written with `trueup plan --out FILE`"};
}

}  // namespace

std::string seal(Json plan) {
  plan.erase("sha256");
  return sha256_hex(plan.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Result<void> may_be_written(const plan::Plan& up) {
  for (const plan::Segment& segment : up.segments)
    for (const plan::Step& step : segment.steps) {
      if (!step.statement.secrets.empty())
        return Error{
            .message = fmt::format("the plan holds a secret of {}, and a file would show it; nothing was written",
                                   to_string(step.subject)),
            .hint =
                "run it with `trueup apply` and no file, or leave this object out with --exclude; "
                "`trueup plan --format json` shows the plan with its secrets masked"};
      const std::string& sql = step.statement.sql;
      if (Json(sql).dump(-1, ' ', false, Json::error_handler_t::replace) !=
          Json(sql).dump(-1, ' ', false, Json::error_handler_t::ignore))
        return Error{.message = fmt::format("a statement about {} is no text in UTF-8; nothing was written",
                                            to_string(step.subject)),
                     .hint = "run it with `trueup apply` and no file"};
    }
  return {};
}

Result<PlanFile> read_plan_file(std::string_view text, const std::string& name) {
  const Json document = Json::parse(text, nullptr, false);
  if (document.is_discarded()) return no_plan(name, "it is not JSON as a whole; is the file cut off?");
  Members members;
  const int format = members.number(document, "format");
  if (!members.wrong().empty()) return no_plan(name, "it has no member \"format\"");
  if (format != plan_file_format)
    return Error{.message = fmt::format("{} is a plan of format {}; this program reads format {}", name, format,
                                        plan_file_format),
                 .hint = "plan again with this program: `trueup plan --out FILE`"};
  const std::string sealed = members.text(document, "sha256");
  if (!members.wrong().empty()) return no_plan(name, "it has no member \"sha256\"");
  if (seal(document) != sealed)
    return Error{.message = fmt::format("{} is not as it was written: it was edited or damaged", name),
                 .hint =
                     "plan again with `trueup plan --out FILE`; statements of your own belong into a migration file "
                     "(`trueup generate`)"};
  PlanFile file;
  bool down_masked = false;
  file.up = plan_of(document, "up", members, file.masked);
  file.down = plan_of(document, "down", members, down_masked);
  file.up_hazards = hazards_of(document, "up", members);
  file.down_hazards = hazards_of(document, "down", members);
  const Json& from = members.member(document, "from", Json::value_t::object);
  const Json& to = members.member(document, "to", Json::value_t::object);
  file.from = members.text(from, "name");
  file.to = members.text(to, "name");
  file.from_fingerprint = members.text(from, "fingerprint");
  file.to_fingerprint = members.text(to, "fingerprint");
  file.server_version = members.number(document, "server_version");
  const Json& filter = members.member(document, "filter", Json::value_t::object);
  file.filter = {.include = members.texts(filter, "include"), .exclude = members.texts(filter, "exclude")};
  const Json& proof = members.member(document, "proof", Json::value_t::object);
  file.proven = members.flag(proof, "proven");
  file.proof = members.text(proof, "summary");
  file.proof_notes = members.texts(proof, "notes");
  file.parked = members.texts(document, "parked");
  for (const Json& each : members.member(document, "refused", Json::value_t::array))
    file.refused.push_back(destruction_of(each, members));
  if (!members.wrong().empty())
    return no_plan(name, fmt::format("its member \"{}\" is missing or of the wrong form", members.wrong()));
  return file;
}

Preview PlanFile::preview() const {
  return {.up = up,
          .down = down,
          .from = from,
          .to = to,
          .from_fingerprint = from_fingerprint,
          .to_fingerprint = to_fingerprint,
          .proven = proven,
          .proof = proof,
          .proof_notes = proof_notes,
          .parked = parked,
          .refused = refused,
          .up_hazards = up_hazards,
          .down_hazards = down_hazards,
          .tool = {},
          .server_version = server_version,
          .filter = filter};
}

}  // namespace trueup::render
