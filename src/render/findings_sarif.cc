#include <fmt/format.h>

#include <cctype>
#include <map>
#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/json_text.h"

namespace trueup::render {

using Json = nlohmann::ordered_json;

namespace {

std::string_view sarif_level(hazards::Level level) {
  switch (level) {
    case hazards::Level::advice:
      return "note";
    case hazards::Level::warning:
      return "warning";
    case hazards::Level::destroys:
      return "error";
  }
  return "error";
}

std::string sentence(std::string_view text) {
  std::string out(text);
  if (!out.empty()) out.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(out.front())));
  return out + ".";
}

Json rule(const hazards::Hazard& hazard) {
  return {{"id", hazard.id},
          {"shortDescription", {{"text", sentence(hazard.title)}}},
          {"fullDescription", {{"text", sentence(hazard.why)}}},
          {"help", {{"text", "Safe: " + std::string(hazard.safe) + "."}}},
          {"defaultConfiguration", {{"level", sarif_level(hazard.level)}}}};
}

/// A path as a URI: what may not stand in one is written as %XX.
std::string uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain =
        std::isalnum(static_cast<unsigned char>(c)) || std::string_view("-._~/").find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

Json location(const Location& where, int character) {
  Json physical = {{"artifactLocation", {{"uri", uri(where.file)}}}};
  if (where.line > 0) {
    physical["region"] = {{"startLine", where.line}};
    if (character > 0) physical["region"]["startColumn"] = character;
  }
  return {{"physicalLocation", std::move(physical)}};
}

Json notification(const Diagnostic& diagnostic) {
  Json out = {{"level", diagnostic.severity == Severity::error     ? "error"
                        : diagnostic.severity == Severity::warning ? "warning"
                                                                   : "note"},
              {"message", {{"text", diagnostic.message}}}};
  if (!diagnostic.where.file.empty()) out["locations"] = Json::array({location(diagnostic.where, 0)});
  return out;
}

}  // namespace

std::string findings_sarif(const Findings& findings, const std::string& version) {
  Json rules = Json::array();
  std::map<std::string_view, std::size_t> places;
  for (const hazards::Hazard* hazard : hazards::all()) {
    places[hazard->id] = rules.size();
    rules.push_back(rule(*hazard));
  }
  Json results = Json::array();
  for (const hazards::Placed& placed : findings.found) {
    const hazards::Hazard& hazard = *placed.finding.hazard;
    results.push_back(
        {{"ruleId", hazard.id},
         {"ruleIndex", places[hazard.id]},
         {"level", sarif_level(hazard.level)},
         {"message", {{"text", sentence(placed.finding.message) + " Safe: " + placed.finding.safe + "."}}},
         {"locations", Json::array({location(placed.where, placed.character)})}});
  }
  Json notifications = Json::array();
  for (const Diagnostic& diagnostic : findings.diagnostics) notifications.push_back(notification(diagnostic));
  const Json run = {{"tool", {{"driver", {{"name", "trueup"}, {"version", version}, {"rules", std::move(rules)}}}}},
                    {"columnKind", "unicodeCodePoints"},
                    {"invocations", Json::array({{{"executionSuccessful", !has_errors(findings.diagnostics)},
                                                  {"toolExecutionNotifications", std::move(notifications)}}})},
                    {"results", std::move(results)}};
  return json_text({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                    {"version", "2.1.0"},
                    {"runs", Json::array({run})}});
}

}  // namespace trueup::render
