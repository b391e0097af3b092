#include "source/rollback_trial.h"

#include <fmt/format.h>

#include "diff/compare.h"
#include "migrations/lexer.h"
#include "source/replaying.h"
#include "verify/read_back.h"
#include "verify/roles.h"

namespace trueup::source {

namespace {

using Revisions = std::vector<const migrations::Revision*>;

/// Roles belong to the cluster, so migrations name roles that the embedded server does not have.
std::set<std::string> roles_of(const Revisions& revisions) {
  verify::ScriptRoles roles;
  for (const migrations::Revision* revision : revisions)
    for (const migrations::Section* section : {&revision->content.up, &revision->content.down})
      for (const std::string_view sql : migrations::statements(section->text)) roles.add(sql);
  return roles.needed();
}

struct Tried {
  const migrations::Revision* stopped_at = nullptr;  ///< whose way up does not run
  std::optional<NotRun> why;                         ///< why that, or the way back, does not run
  Catalog state;                                     ///< where everything ran
};

/// The ways up of `applied` but `left_out`, then the way back of `reverted`; nullptr: none.
Result<Tried> run_all(db::Scratch& server, const Revisions& applied, const migrations::Revision* left_out,
                      const migrations::Revision* reverted) {
  auto site = verify::Site::make(server, "");
  if (!site) return site.error();
  if (auto made = site->need_roles(roles_of(applied)); !made) return made.error();
  for (const migrations::Revision* revision : applied) {
    if (revision == left_out) continue;
    if (auto why = run_section(*site, revision->content.up))
      return Tried{.stopped_at = revision, .why = std::move(why), .state = {}};
  }
  if (reverted)
    if (auto why = run_section(*site, reverted->content.down))
      return Tried{.stopped_at = nullptr, .why = std::move(why), .state = {}};
  auto state = verify::read_back(*site);
  if (!state) return state.error();
  return Tried{.stopped_at = nullptr, .why = {}, .state = std::move(*state)};
}

}  // namespace

Result<std::string> what_stands_on(const migrations::Revision& reverted, const Revisions& applied,
                                   Throwaway& throwaway) {
  auto server = throwaway.get();
  if (!server)
    return Error{.message = fmt::format("whether later migrations stand on {} is tried on the embedded server: {}",
                                        reverted.file(), server.error().message),
                 .hint = server.error().hint};
  auto back = run_all(**server, applied, nullptr, &reverted);
  if (!back) return back.error();
  if (back->stopped_at)
    return Error{.message = fmt::format("{} does not run on the embedded server: {}", back->stopped_at->file(),
                                        back->why->error.message),
                 .hint = back->why->error.hint};
  if (back->why) return fmt::format("its way back does not run while they are applied: {}", back->why->error.message);
  auto never = run_all(**server, applied, &reverted, nullptr);
  if (!never) return never.error();
  if (never->stopped_at)
    return fmt::format("{} does not run without it: {}", never->stopped_at->file(), never->why->error.message);
  std::string names;
  for (const diff::Delta& delta : diff::compare(back->state, never->state).deltas)
    names += (names.empty() ? "" : ", ") + to_string(delta.id);
  return names.empty() ? "" : "what the later ones do without it is not what would be left: " + names;
}

}  // namespace trueup::source
