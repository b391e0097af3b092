#include "source/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "canonical/canonicalise.h"
#include "introspect/parked.h"
#include "introspect/read.h"
#include "migrations/lexer.h"
#include "parse/tree.h"
#include "verify/roles.h"
#include "verify/site.h"

namespace trueup::source {

namespace {

/// Says of each revision that was edited since it was proven that it was.
void name_edited(const migrations::Directory& directory, Diagnostics& diagnostics) {
  for (const migrations::Revision& revision : directory.revisions)
    if (migrations::standing(revision.content) == migrations::Standing::edited)
      diagnostics.push_back({.severity = Severity::warning,
                             .code = "edited-since-proven",
                             .message = "edited since it was proven",
                             .where = {.file = revision.path(), .line = 0, .column = 0},
                             .hint = "what its header says about the proof no longer holds",
                             .excerpt = {}});
}

/// Roles belong to the cluster, so migrations name roles that the embedded server does not have.
Result<void> make_roles(verify::Site& site, const std::vector<const migrations::Revision*>& all) {
  std::set<std::string> named, created;
  for (const migrations::Revision* revision : all)
    for (const std::string_view sql : migrations::statements(revision->content.up.text)) {
      const parse::Tree tree = parse::Tree::of_script(sql, nullptr);
      for (std::size_t i = 0; i < tree.size(); ++i) {
        verify::collect_roles(*tree[i].stmt, named);
        created.insert(verify::created_role(*tree[i].stmt));
      }
    }
  for (const std::string& role : created) named.erase(role);
  return site.need_roles(named);
}

Result<void> run_up(verify::Site& site, const migrations::Revision& revision) {
  // What the file says about its search_path ends with it.
  if (auto reset = site.reset_session("\"$user\", public"); !reset) return reset;
  for (const migrations::Segment& segment : revision.content.up.segments) {
    for (const std::string_view sql : migrations::statements(segment.sql)) {
      const auto before = std::string_view(segment.sql).substr(0, std::size_t(sql.data() - segment.sql.data()));
      const auto line = segment.line + std::count(before.begin(), before.end(), '\n');
      if (const auto ran = site.run(sql); !ran)
        return Error{.message = fmt::format("{}:{}: {}", revision.content.up.path, line, ran.error().message),
                     .hint = ran.error().hint};
    }
  }
  return {};
}

}  // namespace

Result<Replayed> replay(const std::string& path, Throwaway& throwaway, const migrations::ReadOptions& options) {
  Diagnostics diagnostics;
  const auto directory = migrations::read(path, options, diagnostics);
  if (!directory) return directory.error();
  name_edited(*directory, diagnostics);
  const auto all = migrations::from_nothing(*directory);
  Catalog catalog;
  catalog.diagnostics = diagnostics;
  if (has_errors(diagnostics)) return Replayed{.catalog = std::move(catalog), .parked = {}};

  auto server = throwaway.get();
  if (!server)
    return Error{.message = fmt::format("{} must be replayed on the embedded server: {}", path, server.error().message),
                 .hint =
                     "instead, name a database that has run them with --from URL, or a snapshot of one with --from "
                     "snapshot:FILE. " +
                     server.error().hint};
  auto site = verify::Site::make(**server, "");
  if (!site) return site.error();
  if (auto made = make_roles(*site, all); !made) return made.error();
  for (const migrations::Revision* revision : all)
    if (auto ran = run_up(*site, *revision); !ran) return ran.error();
  if (auto reset = site->reset_session("''"); !reset) return reset.error();
  auto read = introspect::read(site->user());
  if (!read) return read.error();
  site->restore(*read);
  canonical::canonicalise(*read);
  read->diagnostics.insert(read->diagnostics.begin(), diagnostics.begin(), diagnostics.end());
  auto parked = introspect::read_parked(site->user());
  if (!parked) return parked.error();
  return Replayed{.catalog = std::move(*read), .parked = std::move(*parked)};
}

}  // namespace trueup::source
