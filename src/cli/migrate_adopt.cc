#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/migrating.h"
#include "cli/planning.h"
#include "cli/staging.h"
#include "cli/their_history.h"
#include "cli/version.h"

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

apply::Event adopted_event(const migrations::Revision& revision) {
  return {.run = {},
          .version = revision.role == migrations::Role::repeatable ? "" : revision.version,
          .description = revision.description,
          .checksum = revision.checksum,
          .outcome = "adopted",
          .at = {},
          .by = {},
          .tool = version};
}

/// Gives how many revisions were adopted, and from where.
Result<std::string> adopt(Session& session, Running& running, const source::Source& database) {
  auto directory = read_directory(session);
  if (!directory) return directory.error();
  const auto now = stand(running.connection(), std::move(*directory));
  if (!now) return now.error();
  if (!apply::in_force(now->history).empty())
    return Error{.message = "the database has a history already; nothing was written",
                 .hint = "`trueup migrate status` shows it",
                 .code = ExitCode::conflict};
  const auto theirs = only_history(running.connection(), session.arguments.import_format);
  if (!theirs) return theirs.error();
  const auto revisions = migrations::adopted(now->directory, *theirs->kind, theirs->rows);
  if (!revisions) return revisions.error();
  if (auto same = leads_there(session, database, now->directory, *revisions); !same) return same.error();
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  std::string sql;
  for (const migrations::Revision* revision : *revisions) sql += apply::event_row(adopted_event(*revision));
  if (auto written = apply::note(running.connection(), sql); !written) return written.error();
  return fmt::format("{} migration{} of {} adopted; {} stays as it is", revisions->size(),
                     revisions->size() == 1 ? "" : "s", theirs->kind->format, theirs->table);
}

}  // namespace

ExitCode migrate_adopt(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto source = database_to_run_on(*session, "migrate adopt");
  if (!source) return console.fail(source.error());
  auto running = Running::open(source->place, console);
  if (!running) return console.fail(running.error());
  const auto done = adopt(*session, **running, *source);
  if (!done) return console.fail(done.error());
  console.say(*done);
  return ExitCode::done;
}

}  // namespace trueup::cli
