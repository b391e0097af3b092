#include "cli/risks.h"

#include <algorithm>
#include <set>

#include "cli/session.h"
#include "hazards/beside.h"
#include "hazards/check.h"

namespace trueup::cli {

namespace {

/// Who allows what.
struct Permission {
  const Session& session;
  const hazards::Beside* beside;

  [[nodiscard]] bool given(const ObjectId& subject, const std::string& hazard) const {
    return is_allowed(session, hazard) || (beside && beside->allows(subject, hazard));
  }
};

std::vector<const plan::Step*> steps_of(const plan::Plan& plan) {
  std::vector<const plan::Step*> steps;
  for (const plan::Segment& segment : plan.segments)
    for (const plan::Step& step : segment.steps) steps.push_back(&step);
  return steps;
}

std::vector<std::vector<hazards::Finding>> found_in(const plan::Plan& plan, const Catalog& from,
                                                    const std::set<ObjectId>& empty, const Permission& permission) {
  auto found = hazards::check_plan(plan, from, empty);
  const auto steps = steps_of(plan);
  for (std::size_t i = 0; i < steps.size(); ++i)
    std::erase_if(found[i], [&](const hazards::Finding& finding) {
      return permission.given(steps[i]->subject, std::string(finding.hazard->id));
    });
  return found;
}

/// Tables of the live database without rows.
std::set<ObjectId> empty_tables(const Compared& ends) {
  std::set<ObjectId> empty;
  if (ends.from.sizes)
    for (const auto& [table, size] : *ends.from.sizes)
      if (size.bytes == 0) empty.insert(ends.renamed.renaming.of(table));
  return empty;
}

}  // namespace

std::vector<ddl::Destruction> refused_of(const Session& session, const plan::Plan& plan,
                                         const std::vector<std::vector<hazards::Finding>>& found,
                                         const hazards::Beside* beside) {
  const Permission permission{.session = session, .beside = beside};
  std::vector<ddl::Destruction> refused;
  const auto steps = steps_of(plan);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const ObjectId& subject = steps[i]->subject;
    const auto& destroys = steps[i]->statement.destroys;
    if (destroys && !permission.given(subject, destroys->hazard)) refused.push_back(*destroys);
    if (i >= found.size()) continue;
    for (const hazards::Finding& finding : found[i]) {
      const std::string id(finding.hazard->id);
      if (is_refused(session, *finding.hazard) && !permission.given(subject, id))
        refused.push_back({.hazard = id, .what = finding.message});
    }
  }
  return refused;
}

Risks find_risks(const Session& session, const Compared& ends, const plan::Plan& up, const plan::Plan& down) {
  Diagnostics diagnostics;
  const auto beside = hazards::Beside::read(ends.to.scripts, ends.to.subjects, diagnostics);
  session.console.show(diagnostics);
  const Permission permission{.session = session, .beside = &beside};
  const std::set<ObjectId> empty = empty_tables(ends);
  Risks risks{.up = found_in(up, ends.from.catalog, empty, permission),
              .down = found_in(down, ends.to.catalog, empty, permission),
              .refused = {}};
  risks.refused = refused_of(session, up, risks.up, &beside);
  return risks;
}

}  // namespace trueup::cli
