#include "cli/planning.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/rename_questions.h"
#include "diff/current_role.h"
#include "diff/fingerprint.h"
#include "diff/secrets.h"
#include "diff/stated.h"
#include "effects/effects.h"
#include "online/online.h"
#include "verify/roles.h"
#include "verify/settle.h"

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
  if (!first->catalog.server_version_text.empty())
    session.throwaway.want(first->catalog.server_version, first->encoding, first->locale);
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
  diff::resolve_current_role(from, to);
  for (auto& [id, object] : to.objects) {
    const auto* sequence = std::get_if<Sequence>(&object.payload);
    if (sequence && sequence->owned_by) continue;  // belongs to whoever owns the table
    if (const Object* live = from.find(id); live && !object.owner) object.owner = live->owner;
  }
}

/// Migrations run on databases that trueup does not see here: roles that nobody states are taken to exist there.
void expect_roles(const Console& console, Catalog& from, const Catalog& to) {
  std::set<std::string> named;
  verify::collect_roles(to, named);
  for (const std::string& role : named) {
    if (role.empty() || from.roles.contains(role) || to.roles.contains(role)) continue;
    console.show({{.severity = Severity::note,
                   .code = "role-expected",
                   .message = fmt::format("role \"{}\" is not stated: it must exist wherever the migration runs", role),
                   .where = {},
                   .hint = {},
                   .excerpt = {}}});
    from.roles.insert(role);
  }
}

void leave_out_history(Ends& ends, const Session& session) {
  const auto shows_all = [](const source::Loaded& end) {
    return end.introspected() || end.source.form == source::Form::snapshot;
  };
  if (shows_all(ends.from)) cli::leave_out_history(session, ends.from.catalog, ends.to.catalog);
  if (shows_all(ends.to)) cli::leave_out_history(session, ends.to.catalog, ends.from.catalog);
}

/// A snapshot knows only the names of the roles that there were: one that is stated is taken to be as it says.
void expect_roles_of_snapshot(Ends& ends) {
  if (ends.from.source.form == source::Form::snapshot) diff::take_over_known_roles(ends.from.catalog, ends.to.catalog);
  if (ends.to.source.form == source::Form::snapshot) diff::take_over_known_roles(ends.to.catalog, ends.from.catalog);
}

Result<verify::Renamed> narrow(Ends& ends, const Session& session) {
  keep_stated_roles(ends);
  expect_roles_of_snapshot(ends);
  leave_out_history(ends, session);
  if (ends.from.source.form == source::Form::migrations)
    expect_roles(session.console, ends.from.catalog, ends.to.catalog);
  Diagnostics said;
  verify::Renamed renamed = verify::take_renames(ends.from.catalog, ends.to.catalog, session.filter, said);
  session.console.show(said);
  if (has_errors(said)) return Error{.message = "what the desired state says about renames contradicts itself"};
  diff::take_over_unkept(ends.from.catalog, ends.to.catalog, session.filter);
  diff::take_over_unmanaged(ends.from.catalog, ends.to.catalog, session.config.manage);
  if (!ends.to.introspected()) complete_desired(ends.from.catalog, ends.to.catalog);
  diff::share_secrets(ends.from.catalog, ends.to.catalog);
  return renamed;
}

/// Asks the embedded server about what stayed undecided. Nothing changes when it cannot be asked.
void settle(Session& session, Ends& ends, diff::Difference& difference) {
  const bool backwards = ends.to.scripts.empty();
  Catalog& known = backwards ? ends.to.catalog : ends.from.catalog;
  source::Loaded& asked = backwards ? ends.from : ends.to;
  if (difference.undecided.empty() || asked.scripts.empty() || !session.throwaway.allowed()) return;
  const auto in_vain = [&](const Error& why) {
    session.console.say(fmt::format("the embedded server could not be asked: {}", why.message));
  };
  auto server = session.throwaway.get();
  if (!server) return in_vain(server.error());
  const auto settled = verify::settle(known, asked.catalog, asked.scripts, difference.undecided, **server);
  if (!settled) return in_vain(settled.error());
  difference = diff::compare(ends.from.catalog, ends.to.catalog);
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

Result<Compared> compare_loaded(Session& session, Ends ends) {
  std::string from_fingerprint = diff::fingerprint(ends.from.catalog, session.filter);
  auto renamed = narrow(ends, session);
  if (!renamed) return renamed.error();
  diff::Difference difference = diff::compare(ends.from.catalog, ends.to.catalog);
  settle(session, ends, difference);
  name_undecided(session.console, difference);
  std::string to_fingerprint = diff::fingerprint(ends.to.catalog, session.filter);
  return Compared{.from = std::move(ends.from),
                  .to = std::move(ends.to),
                  .from_fingerprint = std::move(from_fingerprint),
                  .to_fingerprint = std::move(to_fingerprint),
                  .renamed = std::move(*renamed),
                  .difference = std::move(difference)};
}

/// compare_ends, and where somebody can be asked about likely renames, again with what was answered.
Result<Compared> compare_with_answers(Session& session, const source::Source& from, const source::Source& to) {
  auto ends = load_ends(session, from, to);
  if (!ends) return ends.error();
  if (!asks_about_renames(session)) {
    auto compared = compare_loaded(session, std::move(*ends));
    if (compared && session.arguments.format == Format::text) tell_of_likely_renames(session.console, *compared);
    return compared;
  }
  RenameAnswers answers;
  auto compared = compare_loaded(session, *ends);
  while (compared && ask_about_renames(session.console, *compared, answers)) {
    Ends answered = *ends;
    take_answers(answers, answered.to.catalog);
    compared = compare_loaded(session, std::move(answered));
  }
  return compared;
}

}  // namespace

Result<Compared> compare_ends(Session& session, const source::Source& from, const source::Source& to) {
  auto ends = load_ends(session, from, to);
  if (!ends) return ends.error();
  return compare_loaded(session, std::move(*ends));
}

/// What is parked already, under the names that it has when the plan parks: renames come first.
static std::set<ObjectId> taken_for_parking(const Compared& ends) {
  std::set<ObjectId> taken;
  for (const ObjectId& id : ends.from.parked) taken.insert(ends.renamed.renaming.of(id));
  return taken;
}

Result<Planned> plan_between(Session& session, const source::Source& from, const source::Source& to) {
  auto ends = compare_with_answers(session, from, to);
  if (!ends) return ends.error();
  const Catalog& before = ends->from.catalog;
  const Catalog& after = ends->to.catalog;
  plan::Parking parking;
  if (parks(session)) parking = plan::park(before, after, ends->difference, taken_for_parking(*ends));
  session.console.show(parking.said);
  auto up = plan::make(before, after, ends->difference, parking);
  if (!up) return up.error();
  auto down = plan::make(after, before, diff::compare(after, before), parking);
  if (!down) return down.error();
  verify::add_renames(*up, *down, ends->renamed, ends->from.catalog);
  const effects::Ends way = {
      .before = ends->before(), .from = before, .to = after, .renaming = &ends->renamed.renaming};
  const effects::Ends back = {.before = after, .from = after, .to = before};
  effects::describe(*up, way);
  effects::describe(*down, back);
  if (goes_online(session)) {
    const Sizes* sizes = ends->from.sizes ? &*ends->from.sizes : nullptr;
    online::rewrite(*up, way, sizes);
    online::rewrite(*down, back, sizes);
  }
  session.console.show(up->diagnostics);
  Planned planned{.ends = std::move(*ends),
                  .up = std::move(*up),
                  .down = std::move(*down),
                  .parking = std::move(parking),
                  .proof = {},
                  .filter = session.filter,
                  .risks = {}};
  planned.risks = find_risks(session, planned.ends, planned.up, planned.down);
  planned.proof = prove(session, planned.ends, planned.up, planned.down, planned.parking);
  return planned;
}

/// What else could be done where the hazards are `hazards`.
static std::string other_ways(const Session& session, const std::set<std::string>& hazards) {
  const bool parkable = std::any_of(hazards.begin(), hazards.end(), [](const std::string& hazard) {
    return hazard == "drop-table" || hazard == "drop-column" || hazard == "drop-sequence";
  });
  return parkable && !parks(session) ? ", keep what it holds with --drop=park, or keep it in the desired state"
                                     : ", or keep it in the desired state";
}

Result<void> refuse_risks(const Session& session, const std::vector<ddl::Destruction>& refused) {
  if (refused.empty()) return {};
  std::set<std::string> ids;
  std::string destroyed, rest, list;
  for (const ddl::Destruction& d : refused) {
    ids.insert(d.hazard);
    const hazards::Hazard* hazard = hazards::find(d.hazard);
    std::string& text = !hazard || hazard->level == hazards::Level::destroys ? destroyed : rest;
    text += (text.empty() ? "" : ", ") + d.what;
  }
  for (const std::string& id : ids) list += (list.empty() ? "" : ",") + id;
  std::string why = destroyed.empty() ? "" : destroyed + " would be destroyed";
  if (!rest.empty()) why += (why.empty() ? "" : "; ") + rest;
  return Error{.message = fmt::format("refused: {}; nothing was written or changed", why),
               .hint = fmt::format("allow it with --allow {}{}", list, other_ways(session, ids)),
               .code = ExitCode::refused};
}

}  // namespace trueup::cli
