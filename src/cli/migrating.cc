#include "cli/migrating.h"

#include <fmt/format.h>

#include <filesystem>

#include "apply/jobs.h"
#include "cli/version.h"

namespace trueup::cli {

Result<Migrating> stand(db::Connection& connection, migrations::Directory directory) {
  auto history = apply::read_history(connection);
  if (!history) return history.error();
  auto unfinished = apply::unfinished(connection);
  if (!unfinished) return unfinished.error();
  Migrating migrating{.directory = std::move(directory),
                      .history = std::move(*history),
                      .unfinished = std::move(*unfinished),
                      .standing = {}};
  migrating.standing = apply::compare(migrating.directory, migrating.history, migrating.unfinished);
  return migrating;
}

Result<Migrating> look_at(const Session& session) {
  const auto source = database_to_run_on(session, "migrate");
  if (!source) return source.error();
  auto directory = read_migrations(session, Reading::to_run);
  if (!directory) return directory.error();
  auto connection = db::Connection::open(source->place, db::Access::read_only);
  if (!connection) return connection.error();
  return stand(*connection, std::move(*directory));
}

ExitCode run_migrating(const Arguments& arguments, const Console& console, const std::string& command,
                       const Work& work) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto database = database_to_run_on(*session, command);
  if (!database) return console.fail(database.error());
  auto directory = read_migrations(*session, Reading::to_run);
  if (!directory) return console.fail(directory.error());
  const auto running = Running::open(database->place, console);
  if (!running) return console.fail(running.error());
  const auto done = work(*session, **running, std::move(*directory), *database);
  if (!done) return console.fail(done.error());
  console.say(*done);
  return ExitCode::done;
}

Result<const migrations::Revision*> revision_named(const migrations::Directory& directory, const std::string& version) {
  if (const migrations::Revision* revision = migrations::find(directory, version)) return revision;
  return Error{.message = fmt::format("no migration in {} has the version {}", directory.path, version),
               .hint = "`trueup migrate status` lists them",
               .code = ExitCode::usage};
}

bool is_beginning(const migrations::Directory& directory, const std::string& version) {
  return version.find_first_not_of('0') == std::string::npos && !migrations::find(directory, version);
}

Result<void> run_revisions(const Session& session, Running& running,
                           const std::vector<const migrations::Revision*>& revisions, apply::Direction direction) {
  // What cannot be run is found before anything is.
  for (const migrations::Revision* revision : revisions)
    if (auto fine = apply::refuse_transaction_control(apply::job_of(*revision, direction)); !fine) return fine;
  for (const migrations::Revision* revision : revisions) {
    if (apply::InterruptGuard::interrupted()) return Error{.message = "interrupted between two migrations", .hint = {}};
    const apply::Job job = apply::job_of(*revision, direction);
    session.console.say(job.name);
    auto ran = apply::execute(running.connection(), running.lock(), job, running_options(session.arguments),
                              talk_of(session.console));
    if (!ran) return ran;
  }
  return {};
}

/// The revision that a run was about, in the files of now.
static const migrations::Revision* revision_of(const migrations::Directory& directory, const apply::Entry& entry) {
  for (const migrations::Revision& revision : directory.revisions)
    if (entry.version.empty()
            ? revision.role == migrations::Role::repeatable && revision.description == entry.description
            : revision.version == entry.version)
      return &revision;
  return nullptr;
}

Result<bool> finish_revision(const Session& session, Running& running, const migrations::Directory& directory,
                             apply::Direction direction) {
  if (!session.arguments.resume) return false;
  const auto run = apply::unfinished(running.connection());
  if (!run) return run.error();
  if (!*run || ((*run)->entry && !(*run)->left_something())) return false;
  const auto wrong_command = [&](const char* command) {
    return Error{.message = fmt::format("what was stopped half way is another run: {}", (*run)->name),
                 .hint = fmt::format("`trueup {} --resume` finishes it", command),
                 .code = ExitCode::conflict};
  };
  if (!(*run)->entry) {
    if (!(*run)->left_something()) return false;
    return wrong_command("apply");
  }
  const apply::Entry& entry = *(*run)->entry;
  if (entry.direction != direction)
    return wrong_command(entry.direction == apply::Direction::up ? "migrate up" : "migrate down");
  const migrations::Revision* revision = revision_of(directory, entry);
  if (!revision)
    return Error{
        .message = fmt::format("{} was stopped half way, and its file is missing in {}", (*run)->name, directory.path),
        .hint = "get the file back; or `trueup migrate repair` gives that run up, with what it did"};
  const auto resumed = apply::resume(running.connection(), running.lock(), apply::job_of(*revision, direction), **run,
                                     running_options(session.arguments), talk_of(session.console));
  if (!resumed) return resumed.error();
  return true;
}

apply::Event event_of(std::string revision_version, std::string description, std::string checksum,
                      std::string outcome) {
  return {.run = {},
          .version = std::move(revision_version),
          .description = std::move(description),
          .checksum = std::move(checksum),
          .outcome = std::move(outcome),
          .at = {},
          .by = {},
          .tool = version};
}

apply::Event event_of(const migrations::Revision& revision, std::string outcome) {
  return event_of(revision.version, revision.description, revision.checksum, std::move(outcome));
}

Result<void> write_events(Running& running, const std::vector<apply::Event>& events) {
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  std::string sql;
  for (const apply::Event& event : events) sql += apply::event_row(event);
  return apply::note(running.connection(), sql);
}

Result<void> refuse_history(const Migrating& now) {
  if (apply::in_force(now.history).empty()) return {};
  return Error{.message = "the database has a history already; nothing was written",
               .hint = "`trueup migrate status` shows it",
               .code = ExitCode::conflict};
}

Result<void> refuse_one_way(const std::vector<const migrations::Revision*>& revisions) {
  std::string names;
  for (const migrations::Revision* revision : revisions)
    if (!revision->content.has_down) names += (names.empty() ? "" : ", ") + revision->file();
  if (names.empty()) return {};
  return Error{.message = fmt::format("no way back is written in {}; nothing was run", names),
               .hint = "write a section `-- Schema Change: Down`, which may be empty"};
}

}  // namespace trueup::cli
