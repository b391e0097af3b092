#include <fmt/format.h>

#include "base/quote.h"
#include "cli/commands.h"
#include "cli/migrating.h"

namespace trueup::cli {

namespace {

/// What repair will write, and what that means.
struct Repair {
  std::string meaning;
  std::string sql;
};

/// Puts the rows of all runs back as the journal knows them, those that somebody edited or deleted.
Repair restore_history() {
  return {.meaning = "what the history does not say as the journal does is written back as the journal has it",
          .sql =
              "UPDATE trueup.history h SET version = r.version, description = r.description, checksum = r.checksum, "
              "outcome = CASE r.direction WHEN 'up' THEN 'applied' ELSE 'reverted' END FROM trueup.run r WHERE r.id = "
              "h.run AND r.outcome = 'done' AND r.direction IS NOT NULL;"
              "INSERT INTO trueup.history (id, run, version, description, checksum, outcome, at, by, took_ms, "
              "tool_version) "
              "SELECT (SELECT COALESCE(pg_catalog.max(id), 0) FROM trueup.history) + pg_catalog.row_number() "
              "OVER (ORDER BY id), id, version, description, checksum, CASE direction WHEN 'up' THEN 'applied' ELSE "
              "'reverted' END, "
              "finished_at, started_by, (EXTRACT(epoch FROM finished_at - started_at) * 1000)::bigint, tool_version "
              "FROM trueup.run r WHERE outcome = 'done' AND direction IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "
              "trueup.history h WHERE h.run = r.id) ORDER BY id;"};
}

Repair accept_file(const Migrating& now, const apply::Problem& problem) {
  const migrations::Revision& revision = *migrations::find(now.directory, problem.version);
  return {.meaning = fmt::format("{} counts as applied as it is now; what changed in it is not run", problem.file),
          .sql = apply::event_row(event_of(revision, "repaired"))};
}

Repair forget(const Migrating& now, const apply::Problem& problem) {
  const apply::Event* event = apply::Latest(now.history).find(problem.version, "");
  return {
      .meaning = fmt::format("{} {} counts as never applied; what it did stays", event->version, event->description),
      .sql = apply::event_row(event_of(event->version, event->description, event->checksum, "forgotten"))};
}

Repair give_up(const apply::Run& run) {
  return {
      .meaning = fmt::format("{} is given up; {} of its {} statements are done and stay", run.name, run.done, run.size),
      .sql = fmt::format("UPDATE trueup.run SET outcome = 'given up', finished_at = pg_catalog.clock_timestamp() "
                         "WHERE id = {};",
                         run.id)};
}

/// Rows of the history come first: what is judged by them comes after, in another run of repair.
std::vector<Repair> repairs_of(const Migrating& now) {
  std::vector<Repair> repairs;
  for (const apply::Problem& problem : now.standing.problems)
    if (problem.trouble == apply::Trouble::edited_history) return {restore_history()};
  for (const apply::Problem& problem : now.standing.problems) switch (problem.trouble) {
      case apply::Trouble::changed:
        repairs.push_back(accept_file(now, problem));
        break;
      case apply::Trouble::missing:
        repairs.push_back(forget(now, problem));
        break;
      case apply::Trouble::unfinished:
        repairs.push_back(give_up(*now.unfinished));
        break;
      case apply::Trouble::skipped_number:
      case apply::Trouble::out_of_order:
      case apply::Trouble::edited_history:
      case apply::Trouble::unknown_state:
      case apply::Trouble::manifest:
        break;
    }
  return repairs;
}

void name_the_rest(const Console& console, const Migrating& now) {
  for (const apply::Problem& problem : now.standing.problems)
    if (problem.trouble == apply::Trouble::skipped_number || problem.trouble == apply::Trouble::out_of_order ||
        problem.trouble == apply::Trouble::unknown_state)
      console.say(fmt::format("not for repair: {}\n  hint: {}", problem.message, problem.hint));
}

Result<std::string> repair(const Session& session, Running& running, migrations::Directory directory,
                           const source::Source&) {
  const auto now = stand(running.connection(), std::move(directory));
  if (!now) return now.error();
  name_the_rest(session.console, *now);
  const std::vector<Repair> repairs = repairs_of(*now);
  if (repairs.empty()) return std::string("nothing to repair");
  std::string sql;
  for (const Repair& one : repairs) {
    session.console.result(one.meaning + "\n");
    sql += one.sql;
  }
  if (auto asked = ask_to_run(session.arguments, session.console, "Write this?"); !asked) return asked.error();
  if (auto made = apply::make_journal(running.connection()); !made) return made.error();
  if (auto written = apply::note(running.connection(), sql); !written) return written.error();
  return std::string("repaired; `trueup migrate validate` looks again");
}

}  // namespace

ExitCode migrate_repair(const Arguments& arguments, const Console& console) {
  return run_migrating(arguments, console, "migrate repair", repair);
}

}  // namespace trueup::cli
