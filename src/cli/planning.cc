#include "cli/planning.h"

#include <fmt/format.h>

#include <set>

#include "diff/fingerprint.h"
#include "diff/stated.h"

namespace trueup::cli {

namespace {

struct Ends {
  source::Loaded from;
  source::Loaded to;
};

/// SQL is read for the server at the other end, so that end is loaded first.
Result<Ends> load_ends(Session& session, const source::Source& from, const source::Source& to) {
  const bool to_first = to.form == source::Form::database && from.form != source::Form::database;
  auto first = load_shown(session, to_first ? to : from, nullptr);
  if (!first) return first.error();
  session.throwaway.want_version(first->catalog.server_version_text.empty() ? 0 : first->catalog.server_version);
  auto second = load_shown(session, to_first ? from : to, &first->catalog);
  if (!second) return second.error();
  if (to_first) return Ends{.from = std::move(*second), .to = std::move(*first)};
  return Ends{.from = std::move(*first), .to = std::move(*second)};
}

/// Roles belong to the cluster: only those that SQL states are compared.
void keep_stated_roles(Ends& ends) {
  if (ends.from.introspected()) diff::keep_stated_roles(ends.from.catalog, ends.to.catalog);
  if (ends.to.introspected()) diff::keep_stated_roles(ends.to.catalog, ends.from.catalog);
}

/// What the desired side does not say for itself it takes over from the database: who connects, who owns what is
/// there already (so that a rebuilt object keeps its owner), which roles exist.
void complete_desired(const Catalog& from, Catalog& to) {
  to.current_user = from.current_user;
  to.roles.insert(from.roles.begin(), from.roles.end());
  for (auto& [id, object] : to.objects)
    if (const Object* live = from.find(id); live && !object.owner) object.owner = live->owner;
}

void narrow(Ends& ends, const Session& session) {
  keep_stated_roles(ends);
  diff::take_over_unkept(ends.from.catalog, ends.to.catalog, session.filter);
  diff::take_over_unmanaged(ends.from.catalog, ends.to.catalog, session.config.manage);
  if (!ends.to.introspected()) complete_desired(ends.from.catalog, ends.to.catalog);
}

void name_undecided(const Console& console, const diff::Difference& difference) {
  for (const diff::Undecided& undecided : difference.undecided)
    console.show({{.severity = Severity::warning,
                   .code = "undecided",
                   .message = fmt::format("{}: whether its {} differs is undecided; left out of the plan",
                                          to_string(undecided.id), undecided.field),
                   .where = {},
                   .hint = {},
                   .excerpt = {}}});
}

}  // namespace

Result<Compared> compare_ends(Session& session, const source::Source& from, const source::Source& to) {
  auto ends = load_ends(session, from, to);
  if (!ends) return ends.error();
  std::string from_fingerprint = diff::fingerprint(ends->from.catalog, session.filter);
  narrow(*ends, session);
  diff::Difference difference = diff::compare(ends->from.catalog, ends->to.catalog);
  name_undecided(session.console, difference);
  return Compared{.from = std::move(ends->from),
                  .to = std::move(ends->to),
                  .from_fingerprint = std::move(from_fingerprint),
                  .to_fingerprint = diff::fingerprint(ends->to.catalog, session.filter),
                  .difference = std::move(difference)};
}

Result<Planned> plan_between(Session& session, const source::Source& from, const source::Source& to) {
  auto ends = compare_ends(session, from, to);
  if (!ends) return ends.error();
  auto up = plan::make(ends->from.catalog, ends->to.catalog, ends->difference);
  if (!up) return up.error();
  auto down = plan::make(ends->to.catalog, ends->from.catalog);
  if (!down) return down.error();
  session.console.show(up->diagnostics);
  return Planned{.ends = std::move(*ends), .up = std::move(*up), .down = std::move(*down), .proof = {}};
}

std::vector<ddl::Destruction> not_allowed(const Arguments& arguments, const plan::Plan& plan) {
  std::vector<ddl::Destruction> refused = plan.destructions();
  std::erase_if(refused, [&](const ddl::Destruction& d) { return is_allowed(arguments, d.hazard); });
  return refused;
}

Result<void> refuse_destruction(const Arguments& arguments, const plan::Plan& plan) {
  const auto refused = not_allowed(arguments, plan);
  if (refused.empty()) return {};
  std::set<std::string> hazards;
  std::string what, ids;
  for (const ddl::Destruction& d : refused) {
    hazards.insert(d.hazard);
    what += (what.empty() ? "" : ", ") + d.what;
  }
  for (const std::string& hazard : hazards) ids += (ids.empty() ? "" : ",") + hazard;
  return Error{.message = fmt::format("refused: {} would be destroyed; nothing was written or changed", what),
               .hint = fmt::format("allow it with --allow {}, or keep it in the desired state", ids),
               .code = ExitCode::refused};
}

}  // namespace trueup::cli
