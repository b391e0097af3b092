#include "cli/run_plan.h"

#include <fmt/format.h>

#include "apply/jobs.h"
#include "canonical/canonicalise.h"
#include "diff/fingerprint.h"
#include "introspect/read.h"

namespace trueup::cli {

namespace {

Error migration_first(const apply::Run& run) {
  return {.message = fmt::format("a migration was stopped half way: {}, begun at {} UTC", run.name, run.started),
          .hint = fmt::format("`trueup migrate {} --resume` finishes it",
                              run.entry->direction == apply::Direction::up ? "up" : "down"),
          .code = ExitCode::conflict};
}

/// A plan is made from what is there, so an earlier one that stopped half way can be forgotten, unless a statement of
/// it may have left something that no plan sees.
Result<void> forget_unfinished(db::Connection& connection) {
  const auto run = apply::unfinished(connection);
  if (!run) return run.error();
  if (!*run) return {};
  if ((*run)->entry && (*run)->left_something()) return migration_first(**run);
  if ((*run)->open)
    return Error{
        .message = fmt::format("an earlier run was stopped in the middle of a statement: {}", (*run)->open->statement),
        .hint = "--resume finds out how it ended, and finishes that run",
        .code = ExitCode::conflict};
  return apply::give_up(connection, (*run)->id);
}

std::string what_is_left(const apply::Job& job, std::size_t done) {
  std::string text;
  std::size_t position = 0;
  for (const apply::Segment& segment : job.segments)
    for (const apply::Statement& statement : segment.statements)
      if (++position > done) text += fmt::format("{:4}  {}\n", position, statement.shown);
  return text;
}

}  // namespace

Result<bool> finish_earlier_plan(const Session& session, const source::Source& source) {
  const Console& console = session.console;
  auto running = Running::open(source.place, console);
  if (!running) return running.error();
  db::Connection& connection = (*running)->connection();
  const auto run = apply::unfinished(connection);
  if (!run) return run.error();
  if (!*run) {
    console.say("no run was stopped half way; planning from what is there");
    return false;
  }
  if ((*run)->entry) return migration_first(**run);
  if (!(*run)->plan) {
    console.say("its statements hold secrets, which the journal does not keep; planning from what is there");
    if (auto cleared = apply::clear_up(connection, **run, talk_of(console)); !cleared) return cleared.error();
    return false;
  }
  const auto job = apply::from_json(*(*run)->plan);
  if (!job) return job.error();
  console.result(what_is_left(*job, (*run)->done));
  const std::string question = fmt::format("Finish this on {}?", source.display);
  if (auto asked = ask_to_run(session.arguments, console, question); !asked) return asked.error();
  const auto resumed =
      apply::resume(connection, (*running)->lock(), *job, **run, running_options(session.arguments), talk_of(console));
  if (!resumed) return resumed.error();
  console.say(fmt::format("finished on {}", source.display));
  return true;
}

Result<std::string> fingerprint_now(db::Connection& connection, const diff::Filter& filter) {
  auto catalog = introspect::read(connection);
  if (!catalog) return catalog.error();
  canonical::canonicalise(*catalog);
  return diff::fingerprint(*catalog, filter);
}

Result<void> run_plan(const Session& session, Running& running, const plan::Plan& plan) {
  db::Connection& connection = running.connection();
  if (auto forgotten = forget_unfinished(connection); !forgotten) return forgotten;
  if (auto made = apply::make_journal(connection); !made) return made.error();
  return apply::execute(connection, running.lock(), apply::job_of(plan), running_options(session.arguments),
                        talk_of(session.console));
}

}  // namespace trueup::cli
