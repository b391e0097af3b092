#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrating.h"

namespace trueup::cli {

static void name_rolled_back(const Console& console, const apply::Standing& standing) {
  for (const apply::Position& position : standing.positions)
    if (position.state == apply::State::rolled_back)
      console.say(
          fmt::format("{} was rolled back on {} UTC and stays so", position.revision->file(), position.event->at));
}

static Result<std::string> run_up(const Session& session, Running& running, migrations::Directory directory,
                                  const source::Source& database) {
  if (auto finished = finish_revision(session, running, directory, apply::Direction::up); !finished)
    return finished.error();
  auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  if (auto fine = apply::refuse(now->standing.problems); !fine) return fine.error();
  name_rolled_back(session.console, now->standing);
  const migrations::Revision* last = nullptr;
  if (const std::string& to = session.arguments.version; !to.empty()) {
    const auto named = revision_named(now->directory, to);
    if (!named) return named.error();
    last = *named;
  }
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  const auto revisions = apply::pending(now->directory, now->history, now->standing, last);
  if (auto ran = run_revisions(session, running, revisions, apply::Direction::up); !ran) return ran.error();
  if (revisions.empty()) return fmt::format("{} has every migration", database.display);
  return fmt::format("{} migration{} applied to {}", revisions.size(), revisions.size() == 1 ? "" : "s",
                     database.display);
}

ExitCode migrate_up(const Arguments& arguments, const Console& console) {
  return run_migrating(arguments, console, "migrate up", run_up);
}

}  // namespace trueup::cli
