#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrating.h"
#include "cli/version.h"

namespace trueup::cli {

static apply::Event baseline_event(std::string revision_version, std::string description, std::string checksum) {
  return {.run = {},
          .version = std::move(revision_version),
          .description = std::move(description),
          .checksum = std::move(checksum),
          .outcome = "baseline",
          .at = {},
          .by = {},
          .tool = version};
}

/// The rows that say that the database has everything up to --version.
static Result<std::vector<apply::Event>> rows_of(const migrations::Directory& directory, const std::string& last) {
  if (is_beginning(directory, last)) return std::vector<apply::Event>{baseline_event("0", "", "")};
  const auto named = revision_named(directory, last);
  if (!named) return named.error();
  std::vector<apply::Event> events;
  for (const migrations::Revision& revision : directory.revisions) {
    if (&revision > *named) break;
    if (revision.role == migrations::Role::versioned)
      events.push_back(baseline_event(revision.version, revision.description, revision.checksum));
  }
  return events;
}

static Result<std::size_t> write_baseline(const Session& session, Running& running, migrations::Directory directory) {
  auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  std::erase_if(now->standing.problems,
                [](const apply::Problem& problem) { return problem.trouble == apply::Trouble::unknown_state; });
  if (auto fine = apply::refuse(now->standing.problems); !fine) return fine.error();
  if (!apply::in_force(now->history).empty())
    return Error{.message = "the database has a history already; nothing was written",
                 .hint = "`trueup migrate status` shows it",
                 .code = ExitCode::conflict};
  const auto events = rows_of(now->directory, session.arguments.version);
  if (!events) return events.error();
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  std::string sql;
  for (const apply::Event& event : *events) sql += apply::event_row(event);
  if (auto written = apply::note(running.connection(), sql); !written) return written.error();
  return events->size();
}

ExitCode migrate_baseline(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto source = database_to_run_on(*session, "migrate baseline");
  if (!source) return console.fail(source.error());
  auto directory = read_directory(*session);
  if (!directory) return console.fail(directory.error());
  auto running = Running::open(source->place, console);
  if (!running) return console.fail(running.error());
  const auto count = write_baseline(*session, **running, std::move(*directory));
  if (!count) return console.fail(count.error());
  console.say(
      fmt::format("{} counts as having the migrations up to {}; nothing was run", source->display, arguments.version));
  return ExitCode::done;
}

}  // namespace trueup::cli
