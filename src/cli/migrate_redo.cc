#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrating.h"

namespace trueup::cli {

/// Down and up of the last one. Its file may have changed since: that is what redo is for while it is written.
static Result<std::string> run_again(const Session& session, Running& running, migrations::Directory directory,
                                     const source::Source& database) {
  if (auto finished = finish_revision(session, running, directory, apply::Direction::down); !finished)
    return finished.error();
  auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  const auto all = apply::applied(now->standing);
  if (all.empty()) return Error{.message = "no migration is applied that could be run again", .hint = {}};
  const std::vector<const migrations::Revision*> last = {all.front()};
  std::erase_if(now->standing.problems, [&](const apply::Problem& problem) {
    return problem.trouble == apply::Trouble::changed && problem.version == last.front()->version;
  });
  if (auto fine = apply::refuse(now->standing.problems); !fine) return fine.error();
  if (auto fine = refuse_one_way(last); !fine) return fine.error();
  const std::string name = last.front()->file();
  if (auto asked = ask_to_run(session.arguments, session.console, fmt::format("Run {} back and again?", name)); !asked)
    return asked.error();
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  if (auto ran = run_revisions(session, running, last, apply::Direction::down); !ran) return ran.error();
  if (auto ran = run_revisions(session, running, last, apply::Direction::up); !ran) return ran.error();
  return fmt::format("{} run back and again on {}", name, database.display);
}

ExitCode migrate_redo(const Arguments& arguments, const Console& console) {
  return run_migrating(arguments, console, "migrate redo", run_again);
}

}  // namespace trueup::cli
