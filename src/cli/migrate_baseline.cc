#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrating.h"

namespace trueup::cli {

/// The rows that say that the database has everything up to --version.
static Result<std::vector<apply::Event>> rows_of(const migrations::Directory& directory, const std::string& last) {
  if (is_beginning(directory, last)) return std::vector<apply::Event>{event_of("0", "", "", "baseline")};
  const auto named = revision_named(directory, last);
  if (!named) return named.error();
  std::vector<apply::Event> events;
  for (const migrations::Revision& revision : directory.revisions) {
    if (&revision > *named) break;
    if (revision.role == migrations::Role::versioned) events.push_back(event_of(revision, "baseline"));
  }
  return events;
}

static Result<std::string> write_baseline(const Session& session, Running& running, migrations::Directory directory,
                                          const source::Source& database) {
  auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  std::erase_if(now->standing.problems,
                [](const apply::Problem& problem) { return problem.trouble == apply::Trouble::unknown_state; });
  if (auto fine = apply::refuse(now->standing.problems); !fine) return fine.error();
  if (auto none = refuse_history(*now); !none) return none.error();
  const auto events = rows_of(now->directory, session.arguments.version);
  if (!events) return events.error();
  if (auto written = write_events(running, *events); !written) return written.error();
  return fmt::format("{} counts as having the migrations up to {}; nothing was run", database.display,
                     session.arguments.version);
}

ExitCode migrate_baseline(const Arguments& arguments, const Console& console) {
  return run_migrating(arguments, console, "migrate baseline", write_baseline);
}

}  // namespace trueup::cli
