#include <fmt/format.h>

#include <set>

#include "base/printable.h"
#include "render/effect.h"
#include "render/preview.h"

namespace trueup::render {

namespace {

std::string counted(std::size_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::string headline(const plan::Plan& plan, const Preview& preview, bool down, const Style& style) {
  if (plan.empty()) return fmt::format("Nothing to do: {} is what {} says.\n", preview.from, preview.to);
  const std::string size = counted(plan.size(), "statement") +
                           (plan.segments.size() == 1 ? "" : fmt::format(" in {} segments", plan.segments.size()));
  const std::string proof = preview.proven ? style.green(preview.proof) : style.yellow(preview.proof);
  return fmt::format("{}{}, {}\n", down ? "the way back: " : "", style.bold(size), proof);
}

/// `sql` with its later lines indented under the first.
std::string indented(const std::string& sql, std::string_view margin) {
  std::string text;
  for (const char c : sql) {
    text += c;
    if (c == '\n') text += margin;
  }
  return text;
}

using Hazards = std::vector<std::vector<hazards::Finding>>;

/// What a statement may hurt, advice left out.
std::string hazards_of(std::size_t number, const Hazards& hazards, const Style& style) {
  std::string text;
  if (number > hazards.size()) return text;
  for (const hazards::Finding& finding : hazards[number - 1])
    if (finding.hazard->level != hazards::Level::advice)
      text +=
          fmt::format("        {}      {}\n", style.yellow("HAZARD " + printable(finding.message)), finding.hazard->id);
  return text;
}

std::string statement(const plan::Step& step, std::size_t number, const Sizes* sizes, const Style& style) {
  std::string text =
      fmt::format("{} {}\n", style.dim(fmt::format("{:4} ", number)), indented(ddl::shown(step.statement), "      "));
  if (const std::string effect = effect_text(step.effect, sizes); !effect.empty())
    text += style.dim("        " + effect) + "\n";
  if (step.statement.destroys)
    text += fmt::format("        {}      {}\n", style.red("DESTROYS " + printable(step.statement.destroys->what)),
                        step.statement.destroys->hazard);
  return text;
}

std::string segments(const plan::Plan& plan, const Hazards& hazards, const Sizes* sizes, const Style& style) {
  std::string text;
  std::size_t number = 0;
  for (std::size_t i = 0; i < plan.segments.size(); ++i) {
    const plan::Segment& segment = plan.segments[i];
    if (i > 0 || !segment.transactional)
      text +=
          style.dim(fmt::format("  ── segment {}{}", i + 1, segment.transactional ? "" : ", outside a transaction")) +
          "\n";
    for (const plan::Step& step : segment.steps) {
      text += statement(step, ++number, sizes, style);
      text += hazards_of(number, hazards, style);
    }
  }
  return text;
}

std::string refusal(const std::vector<ddl::Destruction>& refused, const Style& style) {
  std::set<std::string> hazards;
  for (const ddl::Destruction& destruction : refused) hazards.insert(destruction.hazard);
  if (hazards.empty()) return "";
  std::string ids;
  for (const std::string& hazard : hazards) ids += (ids.empty() ? "" : ",") + hazard;
  return fmt::format(
      "{} {} not allowed: apply would refuse (exit 3). Allow with --allow {}, or keep what is destroyed in "
      "the desired state\n",
      style.red(ids), hazards.size() == 1 ? "is" : "are", ids);
}

/// What neither way brings back: what up destroys returns empty.
std::string way_back(const Preview& preview) {
  if (preview.down.empty()) return "way back: nothing to do\n";
  std::string text = fmt::format("way back: {} (trueup plan --down)", counted(preview.down.size(), "statement"));
  std::string lost;
  for (const ddl::Destruction& d : preview.up.destructions()) lost += (lost.empty() ? "" : ", ") + printable(d.what);
  std::set<std::string> secrets;
  for (const plan::Segment& segment : preview.down.segments)
    for (const plan::Step& step : segment.steps)
      if (step.statement.lacks_secret) secrets.insert(printable(to_string(step.subject)));
  for (const std::string& subject : secrets) text += fmt::format("; a secret of {} is not restorable", subject);
  if (!preview.parked.empty()) text += "; what is parked returns with all it held, until `trueup purge`";
  if (!lost.empty()) text += fmt::format("; what {} held would not return", lost);
  return text + "\n";
}

}  // namespace

std::string text(const Preview& preview, bool down, const Style& style) {
  const plan::Plan& plan = down ? preview.down : preview.up;
  std::string out = headline(plan, preview, down, style);
  if (plan.empty()) return out;
  for (const std::string& note : preview.proof_notes) out += style.dim("  " + note) + "\n";
  out += "\n" + segments(plan, down ? preview.down_hazards : preview.up_hazards, preview.sizes, style) + "\n";
  if (const std::string picture = lock_timeline(plan, style); !picture.empty()) out += picture + "\n";
  if (down) return out;
  for (const std::string& parked : preview.parked) out += style.green("PARKS " + printable(parked)) + "\n";
  return out + refusal(preview.refused, style) + way_back(preview);
}

}  // namespace trueup::render
