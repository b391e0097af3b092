#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrating.h"

namespace trueup::cli {

static void name_rolled_back(const Console& console, const apply::Standing& standing) {
  for (const apply::Position& position : standing.positions)
    if (position.state == apply::State::rolled_back)
      console.say(
          fmt::format("{} was rolled back on {} UTC and stays so", file_of(*position.revision), position.event->at));
}

static Result<std::size_t> run_up(const Session& session, Running& running, migrations::Directory directory) {
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
  return revisions.size();
}

ExitCode migrate_up(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto source = database_to_run_on(*session, "migrate up");
  if (!source) return console.fail(source.error());
  auto directory = read_directory(*session);
  if (!directory) return console.fail(directory.error());
  auto running = Running::open(source->place, console);
  if (!running) return console.fail(running.error());
  const auto count = run_up(*session, **running, std::move(*directory));
  if (!count) return console.fail(count.error());
  console.say(*count == 0
                  ? fmt::format("{} has every migration", source->display)
                  : fmt::format("{} migration{} applied to {}", *count, *count == 1 ? "" : "s", source->display));
  return ExitCode::done;
}

}  // namespace trueup::cli
