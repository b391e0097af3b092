#include <nlohmann/json.hpp>

#include "render/findings.h"
#include "render/json_text.h"

namespace trueup::render {

using Json = nlohmann::ordered_json;

std::string findings_json(const Findings& findings) {
  Json out = {{"format", 1}, {"files", findings.files}, {"statements", findings.statements}};
  out["findings"] = Json::array();
  for (const hazards::Placed& placed : findings.found)
    out["findings"].push_back({{"hazard", placed.finding.hazard->id},
                               {"level", name_of(placed.finding.hazard->level)},
                               {"file", placed.where.file},
                               {"line", placed.where.line},
                               {"column", placed.where.column},
                               {"message", placed.finding.message},
                               {"safe", placed.finding.safe},
                               {"excerpt", placed.excerpt}});
  out["errors"] = Json::array();
  for (const Diagnostic& diagnostic : findings.diagnostics)
    if (diagnostic.severity == Severity::error)
      out["errors"].push_back({{"code", diagnostic.code},
                               {"file", diagnostic.where.file},
                               {"line", diagnostic.where.line},
                               {"column", diagnostic.where.column},
                               {"message", diagnostic.message}});
  return json_text(out);
}

}  // namespace trueup::render
