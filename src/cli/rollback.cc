#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/migrating.h"
#include "source/rollback_trial.h"

namespace trueup::cli {

namespace {

/// Fails when `revision` is not applied, or later ones stand on it.
Result<void> refuse_if_needed(Session& session, const Migrating& now, const migrations::Revision& revision) {
  std::vector<const migrations::Revision*> applied = apply::applied(now.standing);
  if (std::find(applied.begin(), applied.end(), &revision) == applied.end())
    return Error{.message = fmt::format("{} is not applied", revision.file()), .hint = {}};
  if (auto fine = refuse_one_way({&revision}); !fine) return fine;
  if (applied.front() == &revision) return {};  // nothing comes after it
  std::reverse(applied.begin(), applied.end());
  const auto refusal = source::what_stands_on(revision, applied, session.throwaway);
  if (!refusal) return refusal.error();
  if (refusal->empty()) return {};
  return Error{.message = fmt::format("later migrations stand on {}: {}; nothing was run", revision.file(), *refusal),
               .hint = fmt::format("`trueup migrate down --to` runs the later ones back first"),
               .code = ExitCode::refused};
}

Result<std::string> roll_back(Session& session, Running& running, migrations::Directory directory,
                              const source::Source& database) {
  if (auto finished = finish_revision(session, running, directory, apply::Direction::down); !finished)
    return finished.error();
  else if (*finished)
    return fmt::format("finished on {}", database.display);
  const auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  if (auto fine = apply::refuse(now->standing.problems); !fine) return fine.error();
  const auto named = revision_named(now->directory, session.arguments.version);
  if (!named) return named.error();
  if (auto free = refuse_if_needed(session, *now, **named); !free) return free.error();
  const std::string name = (*named)->file();
  if (auto asked = ask_to_run(session.arguments, session.console, fmt::format("Run {} back?", name)); !asked)
    return asked.error();
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  if (auto ran = run_revisions(session, running, {*named}, apply::Direction::down); !ran) return ran.error();
  return fmt::format("{} is run back on {}", name, database.display);
}

}  // namespace

ExitCode rollback(const Arguments& arguments, const Console& console) {
  return run_migrating(arguments, console, "rollback", roll_back);
}

}  // namespace trueup::cli
