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

static Result<std::string> run_down(const Session& session, Running& running, migrations::Directory directory,
                                    const source::Source& database) {
  if (auto finished = finish_revision(session, running, directory, apply::Direction::down); !finished)
    return finished.error();
  auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  if (auto fine = apply::refuse(now->standing.problems); !fine) return fine.error();
  const auto revisions = chosen(session.arguments, *now);
  if (!revisions) return revisions.error();
  if (revisions->empty()) return fmt::format("nothing more to run back on {}", database.display);
  if (auto fine = refuse_one_way(*revisions); !fine) return fine.error();
  std::string names;
  for (const migrations::Revision* revision : *revisions) names += (names.empty() ? "" : ", ") + revision->file();
  if (auto asked = ask_to_run(session.arguments, session.console, fmt::format("Run back {}?", names)); !asked)
    return asked.error();
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  if (auto ran = run_revisions(session, running, *revisions, apply::Direction::down); !ran) return ran.error();
  return fmt::format("{} migration{} run back on {}", revisions->size(), revisions->size() == 1 ? "" : "s",
                     database.display);
}

ExitCode migrate_down(const Arguments& arguments, const Console& console) {
  return run_migrating(arguments, console, "migrate down", run_down);
}

}  // namespace trueup::cli
