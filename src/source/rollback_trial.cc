#include "source/rollback_trial.h"

#include <fmt/format.h>

#include <filesystem>
#include <set>

#include "canonical/canonicalise.h"
#include "diff/compare.h"
#include "introspect/read.h"
#include "migrations/lexer.h"
#include "parse/tree.h"
#include "verify/roles.h"
#include "verify/site.h"

namespace trueup::source {

namespace {

using Revisions = std::vector<const migrations::Revision*>;

std::string file_of(const migrations::Revision& revision) {
  return std::filesystem::path(revision.path()).filename().string();
}

Result<void> run_section(verify::Site& site, const migrations::Section& section) {
  if (auto reset = site.reset_session("\"$user\", public"); !reset) return reset;
  for (const migrations::Segment& segment : section.segments)
    for (const std::string_view sql : migrations::statements(segment.sql))
      if (auto ran = site.run(sql); !ran) return ran;
  return {};
}

/// Roles belong to the cluster, so migrations name roles that the embedded server does not have.
std::set<std::string> roles_of(const Revisions& revisions) {
  std::set<std::string> named, created;
  for (const migrations::Revision* revision : revisions)
    for (const migrations::Section* section : {&revision->content.up, &revision->content.down})
      for (const std::string_view sql : migrations::statements(section->text)) {
        const parse::Tree tree = parse::Tree::of_script(sql, nullptr);
        for (std::size_t i = 0; i < tree.size(); ++i) {
          verify::collect_roles(*tree[i].stmt, named);
          created.insert(verify::created_role(*tree[i].stmt));
        }
      }
  for (const std::string& role : created) named.erase(role);
  return named;
}

Result<Catalog> state_of(verify::Site& site) {
  if (auto reset = site.reset_session("''"); !reset) return reset.error();
  auto catalog = introspect::read(site.user());
  if (!catalog) return catalog;
  site.restore(*catalog);
  canonical::canonicalise(*catalog);
  return catalog;
}

struct Tried {
  std::string refusal;
  Catalog state;
};

/// All of them, then `reverted` back.
Result<Tried> with_and_back(db::Scratch& server, const Revisions& applied, const migrations::Revision& reverted) {
  auto site = verify::Site::make(server, "");
  if (!site) return site.error();
  if (auto made = site->need_roles(roles_of(applied)); !made) return made.error();
  for (const migrations::Revision* revision : applied)
    if (auto ran = run_section(*site, revision->content.up); !ran)
      return Error{
          .message = fmt::format("{} does not run on the embedded server: {}", file_of(*revision), ran.error().message),
          .hint = ran.error().hint};
  if (auto back = run_section(*site, reverted.content.down); !back)
    return Tried{.refusal = fmt::format("its way back does not run while they are applied: {}", back.error().message),
                 .state = {}};
  auto state = state_of(*site);
  if (!state) return state.error();
  return Tried{.refusal = {}, .state = std::move(*state)};
}

/// All but `reverted`.
Result<Tried> without(db::Scratch& server, const Revisions& applied, const migrations::Revision& reverted) {
  auto site = verify::Site::make(server, "");
  if (!site) return site.error();
  if (auto made = site->need_roles(roles_of(applied)); !made) return made.error();
  for (const migrations::Revision* revision : applied) {
    if (revision == &reverted) continue;
    if (auto ran = run_section(*site, revision->content.up); !ran)
      return Tried{.refusal = fmt::format("{} does not run without it: {}", file_of(*revision), ran.error().message),
                   .state = {}};
  }
  auto state = state_of(*site);
  if (!state) return state.error();
  return Tried{.refusal = {}, .state = std::move(*state)};
}

}  // namespace

Result<std::string> what_stands_on(const migrations::Revision& reverted, const Revisions& applied,
                                   Throwaway& throwaway) {
  auto server = throwaway.get();
  if (!server)
    return Error{.message = fmt::format("whether later migrations stand on {} is tried on the embedded server: {}",
                                        file_of(reverted), server.error().message),
                 .hint = server.error().hint};
  auto back = with_and_back(**server, applied, reverted);
  if (!back) return back.error();
  if (!back->refusal.empty()) return back->refusal;
  auto never = without(**server, applied, reverted);
  if (!never) return never.error();
  if (!never->refusal.empty()) return never->refusal;
  std::string names;
  for (const diff::Delta& delta : diff::compare(back->state, never->state).deltas)
    names += (names.empty() ? "" : ", ") + to_string(delta.id);
  return names.empty() ? "" : "what the later ones do without it is not what would be left: " + names;
}

}  // namespace trueup::source
