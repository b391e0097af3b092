#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrating.h"

namespace trueup::cli {

/// The applied ones that --to or --steps say, the latest first.
static Result<std::vector<const migrations::Revision*>> chosen(const Arguments& arguments, const Migrating& now) {
  std::vector<const migrations::Revision*> all = apply::applied(now.standing);
  if (arguments.version.empty()) {
    if (arguments.resume && arguments.steps == 0) return std::vector<const migrations::Revision*>{};
    all.resize(std::min(all.size(), std::size_t(std::max(arguments.steps, 1))));
    return all;
  }
  if (is_beginning(now.directory, arguments.version)) return all;
  const auto named = revision_named(now.directory, arguments.version);
  if (!named) return named.error();
  std::erase_if(all, [&](const migrations::Revision* revision) { return revision <= *named; });
  return all;
}

static Result<std::size_t> run_down(const Session& session, Running& running, migrations::Directory directory) {
  if (auto finished = finish_revision(session, running, directory, apply::Direction::down); !finished)
    return finished.error();
  auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  if (auto fine = apply::refuse(now->standing.problems); !fine) return fine.error();
  const auto revisions = chosen(session.arguments, *now);
  if (!revisions) return revisions.error();
  if (revisions->empty()) return std::size_t(0);
  if (auto fine = refuse_one_way(*revisions); !fine) return fine.error();
  std::string names;
  for (const migrations::Revision* revision : *revisions) names += (names.empty() ? "" : ", ") + file_of(*revision);
  if (auto asked = ask_to_run(session.arguments, session.console, fmt::format("Run back {}?", names)); !asked)
    return asked.error();
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  if (auto ran = run_revisions(session, running, *revisions, apply::Direction::down); !ran) return ran.error();
  return revisions->size();
}

ExitCode migrate_down(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto source = database_to_run_on(*session, "migrate down");
  if (!source) return console.fail(source.error());
  auto directory = read_directory(*session);
  if (!directory) return console.fail(directory.error());
  auto running = Running::open(source->place, console);
  if (!running) return console.fail(running.error());
  const auto count = run_down(*session, **running, std::move(*directory));
  if (!count) return console.fail(count.error());
  console.say(*count == 0
                  ? fmt::format("nothing more to run back on {}", source->display)
                  : fmt::format("{} migration{} run back on {}", *count, *count == 1 ? "" : "s", source->display));
  return ExitCode::done;
}

}  // namespace trueup::cli
