#include <fmt/format.h>

#include "base/printable.h"
#include "render/findings.h"

namespace trueup::render {

namespace {

std::string coloured(hazards::Level level, const std::string& text, const Style& style) {
  switch (level) {
    case hazards::Level::advice:
      return style.dim(text);
    case hazards::Level::warning:
      return style.yellow(text);
    case hazards::Level::destroys:
      return style.red(text);
  }
  return text;
}

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string block(const hazards::Placed& placed, const Style& style) {
  const hazards::Hazard& hazard = *placed.finding.hazard;
  std::string text = fmt::format("{}: {}: {} [{}]\n", to_string(placed.where),
                                 coloured(hazard.level, std::string(name_of(hazard.level)), style),
                                 printable(placed.finding.message), style.bold(hazard.id));
  return text + placed.excerpt + fmt::format("\n  safe: {}\n\n", printable(placed.finding.safe));
}

}  // namespace

std::string findings_text(const Findings& findings, const Style& style) {
  std::string text;
  std::size_t advice = 0, warnings = 0, destroying = 0;
  for (const hazards::Placed& placed : findings.found) {
    text += block(placed, style);
    const hazards::Level level = placed.finding.hazard->level;
    ++(level == hazards::Level::advice ? advice : level == hazards::Level::warning ? warnings : destroying);
  }
  const std::string read = counted(findings.statements, "statement") + " in " + counted(findings.files, "file");
  if (findings.found.empty()) return fmt::format("no hazards in {}\n", read);
  return text + fmt::format("{} in {}: {} destroying, {}, {} advice\n", counted(findings.found.size(), "hazard"), read,
                            destroying, counted(warnings, "warning"), advice);
}

}  // namespace trueup::render
