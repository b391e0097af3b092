#include "source/replay.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "canonical/canonicalise.h"
#include "introspect/parked.h"
#include "introspect/read.h"
#include "migrations/directory.h"
#include "migrations/file.h"
#include "migrations/lexer.h"
#include "parse/tree.h"
#include "source/scripts.h"
#include "verify/roles.h"
#include "verify/site.h"

namespace trueup::source {

namespace {

struct Migration {
  std::string path;
  migrations::File file;
};

Diagnostic warning(const std::string& path, std::string code, std::string message, std::string hint) {
  return {.severity = Severity::warning,
          .code = std::move(code),
          .message = std::move(message),
          .where = {.file = path, .line = 0, .column = 0},
          .hint = std::move(hint),
          .excerpt = {}};
}

/// Reads every numbered file. What is wrong with their form is an error of them all together.
Result<std::vector<Migration>> read_all(const migrations::Directory& directory, Diagnostics& diagnostics) {
  std::vector<Migration> all;
  for (const std::string& name : directory.others)
    diagnostics.push_back(warning(directory.path + "/" + name, "no-number", "not run: its name begins with no number",
                                  "name it like 001_description.sql"));
  for (const migrations::Entry& entry : directory.entries) {
    const auto script = read_file(entry.path);
    if (!script) return script.error();
    all.push_back({.path = entry.path, .file = migrations::parse(script->text, entry.path, diagnostics)});
    if (migrations::standing(all.back().file) == migrations::Standing::edited)
      diagnostics.push_back(warning(entry.path, "edited-since-proven", "edited since it was proven",
                                    "what its header says about the proof no longer holds"));
  }
  return all;
}

/// Roles belong to the cluster, so migrations name roles that the embedded server does not have.
Result<void> make_roles(verify::Site& site, const std::vector<Migration>& all) {
  std::set<std::string> named, created;
  for (const Migration& migration : all)
    for (const std::string_view sql : migrations::statements(migration.file.up.text)) {
      const parse::Tree tree = parse::Tree::of_script(sql, nullptr);
      for (std::size_t i = 0; i < tree.size(); ++i) {
        verify::collect_roles(*tree[i].stmt, named);
        created.insert(verify::created_role(*tree[i].stmt));
      }
    }
  for (const std::string& role : created) named.erase(role);
  return site.need_roles(named);
}

Result<void> run_up(verify::Site& site, const Migration& migration) {
  // What the file says about its search_path ends with it.
  if (auto reset = site.reset_session("\"$user\", public"); !reset) return reset;
  for (const migrations::Segment& segment : migration.file.up.segments) {
    for (const std::string_view sql : migrations::statements(segment.sql)) {
      const auto before = std::string_view(segment.sql).substr(0, std::size_t(sql.data() - segment.sql.data()));
      const auto line = segment.line + std::count(before.begin(), before.end(), '\n');
      if (const auto ran = site.run(sql); !ran)
        return Error{.message = fmt::format("{}:{}: {}", migration.path, line, ran.error().message),
                     .hint = ran.error().hint};
    }
  }
  return {};
}

}  // namespace

Result<Replayed> replay(const std::string& path, Throwaway& throwaway, bool may_be_missing) {
  const auto directory = migrations::list(path, may_be_missing);
  if (!directory) return directory.error();
  Diagnostics diagnostics;
  const auto all = read_all(*directory, diagnostics);
  if (!all) return all.error();
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
  if (auto made = make_roles(*site, *all); !made) return made.error();
  for (const Migration& migration : *all)
    if (auto ran = run_up(*site, migration); !ran) return ran.error();
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
