#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/migrating.h"
#include "cli/planning.h"
#include "cli/staging.h"
#include "cli/their_history.h"

namespace trueup::cli {

namespace {

namespace fs = std::filesystem;
using Revisions = std::vector<const migrations::Revision*>;

/// The one history that there is, or the one of the format that --format names.
Result<TheirHistory> only_history(db::Connection& connection, const std::string& format) {
  auto all = read_their_histories(connection);
  if (!all) return all.error();
  std::erase_if(*all, [&](const TheirHistory& h) { return !format.empty() && h.kind->format != format; });
  if (all->size() == 1) return std::move(all->front());
  std::string names;
  for (const TheirHistory& history : *all) names += (names.empty() ? "" : ", ") + history.table;
  if (all->empty())
    return Error{.message = "the database has no history of a tool that trueup knows",
                 .hint = "`trueup migrate baseline` says by version what it has"};
  return Error{.message = "the database has several histories: " + names,
               .hint = "name the tool with --format",
               .code = ExitCode::usage};
}

/// Copies the files of `revisions`, so that they alone can be replayed.
Result<void> stage(const migrations::Directory& directory, const Revisions& revisions, const fs::path& folder) {
  for (const migrations::Revision* revision : revisions)
    for (const std::string& path : revision->paths) {
      const fs::path to = folder / fs::path(path).lexically_relative(directory.path);
      std::error_code error;
      fs::create_directories(to.parent_path(), error);
      if (!error) fs::copy_file(path, to, error);
      if (error) return Error{.message = fmt::format("cannot copy {}: {}", path, error.message()), .hint = {}};
    }
  return {};
}

/// Fails when the database is not what `revisions`, replayed on the embedded server, lead to.
Result<void> leads_there(Session& session, const source::Source& database, const migrations::Directory& directory,
                         const Revisions& revisions) {
  const Staging staging;
  if (staging.path.empty()) return Error{.message = "cannot make a temporary folder", .hint = "set TMPDIR"};
  if (auto staged = stage(directory, revisions, staging.path); !staged) return staged;
  const auto replayed = source::recognise("migrations:" + staging.path.string());
  if (!replayed) return replayed.error();
  session.config.manage.owners.on = false;  // replayed, everything is the embedded server's login's
  const auto ends = compare_ends(session, database, *replayed);
  if (!ends) return ends.error();
  if (ends->same()) return {};
  std::string names;
  for (const diff::Delta& delta : ends->difference.deltas) names += "\n  " + to_string(delta.id);
  for (const diff::Undecided& open : ends->difference.undecided) names += "\n  " + to_string(open.id);
  return Error{
      .message = fmt::format("{} is not what its {} migrations lead to{}", database.display, revisions.size(), names),
      .hint = "nothing was written; `trueup check --to migrations:DIR` shows what differs",
      .code = ExitCode::differences};
}

/// Says how many revisions were adopted, and from where.
Result<std::string> adopt(Session& session, Running& running, migrations::Directory directory,
                          const source::Source& database) {
  const auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  if (auto none = refuse_history(*now); !none) return none.error();
  const auto theirs = only_history(running.connection(), session.arguments.import_format);
  if (!theirs) return theirs.error();
  const auto revisions = migrations::adopted(now->directory, *theirs->kind, theirs->rows);
  if (!revisions) return revisions.error();
  if (auto same = leads_there(session, database, now->directory, *revisions); !same) return same.error();
  std::vector<apply::Event> events;
  for (const migrations::Revision* revision : *revisions) events.push_back(event_of(*revision, "adopted"));
  if (auto written = write_events(running, events); !written) return written.error();
  return fmt::format("{} migration{} of {} adopted; {} stays as it is", revisions->size(),
                     revisions->size() == 1 ? "" : "s", theirs->kind->format, theirs->table);
}

}  // namespace

ExitCode migrate_adopt(const Arguments& arguments, const Console& console) {
  return run_migrating(arguments, console, "migrate adopt", adopt);
}

}  // namespace trueup::cli
