#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrations.h"
#include "cli/staging.h"
#include "diff/compare.h"
#include "migrations/import.h"
#include "migrations/manifest.h"
#include "source/replay.h"

namespace trueup::cli {

namespace {

Result<Catalog> replayed(Session& session, const std::string& path, const std::string& format) {
  auto result = source::replay(path, session.throwaway, {.format = format, .may_be_missing = false});
  if (!result) return result.error();
  if (!has_errors(result->catalog.diagnostics)) return std::move(result->catalog);
  session.console.show(result->catalog.diagnostics);
  return Error{.message = fmt::format("{} has errors; nothing was written", path), .hint = {}};
}

/// Replays both on the embedded server. Fails with what differs.
Result<void> lead_to_the_same(Session& session, const migrations::Directory& theirs,
                              const migrations::Directory& ours) {
  const auto before = replayed(session, theirs.path, std::string(theirs.format->name));
  if (!before) return before.error();
  const auto after = replayed(session, ours.path, std::string(ours.format->name));
  if (!after) return after.error();
  const diff::Difference difference = diff::compare(*before, *after);
  if (difference.empty()) return {};
  std::string names;
  for (const diff::Delta& delta : difference.deltas) names += "\n  " + to_string(delta.id);
  for (const diff::Undecided& open : difference.undecided) names += "\n  " + to_string(open.id);
  return Error{.message = "what would be written does not lead to what is there" + names,
               .hint = "nothing was written; please report this, with the migration that names these objects"};
}

Result<migrations::Directory> read_theirs(const Session& session) {
  Diagnostics found;
  auto theirs = migrations::read(session.arguments.source,
                                 {.format = session.arguments.import_format, .may_be_missing = false}, found);
  if (!theirs) return theirs;
  session.console.show(found);
  if (has_errors(found))
    return Error{.message = fmt::format("{} has errors; nothing was written", theirs->path), .hint = {}};
  if (theirs->revisions.empty())
    return Error{.message = fmt::format("no migrations of the format {} in {}", theirs->format->name, theirs->path),
                 .hint = "--format names another"};
  return theirs;
}

/// The directory that is written to, which must not hold migrations yet.
Result<migrations::Directory> read_target(const Session& session) {
  auto target = read_migrations(session);
  if (!target || target->revisions.empty()) return target;
  return Error{.message = fmt::format("{} holds {} migrations already; nothing was written", target->path,
                                      target->revisions.size()),
               .hint = "import into a new directory: --migrations DIR",
               .code = ExitCode::conflict};
}

Result<std::size_t> import(Session& session) {
  const auto theirs = read_theirs(session);
  if (!theirs) return theirs.error();
  auto target = read_target(session);
  if (!target) return target.error();
  const std::vector<migrations::Draft> drafts = migrations::drafts_of(*theirs);
  const Staging staging;
  if (staging.path.empty()) return Error{.message = "cannot make a temporary folder", .hint = "set TMPDIR"};
  migrations::Directory trial = *target;
  trial.path = staging.path.string();
  if (const auto staged = migrations::write_all(trial, drafts); !staged) return staged.error();
  if (auto same = lead_to_the_same(session, *theirs, trial); !same) return same.error();
  const auto written = migrations::write_all(*target, drafts);
  if (!written) return written.error();
  for (const std::string& path : *written) session.console.result(path + "\n");
  const auto now = read_migrations(session);
  if (!now) return now.error();
  if (auto manifest = migrations::write_manifest(*now); !manifest) return manifest.error();
  return drafts.size();
}

}  // namespace

ExitCode migrate_import(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto count = import(*session);
  if (!count) return console.fail(count.error());
  console.say(fmt::format("{} migration{} imported; replayed, both directories lead to the same schema", *count,
                          *count == 1 ? "" : "s"));
  return ExitCode::done;
}

}  // namespace trueup::cli
