#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/migrations.h"
#include "migrations/manifest.h"
#include "migrations/rebase.h"

namespace trueup::cli {

namespace {

/// What --applied names: that version and all before it.
Result<std::vector<migrations::Applied>> applied_up_to(const migrations::Directory& directory,
                                                       const std::string& version) {
  std::vector<migrations::Applied> applied;
  if (version.empty()) return applied;
  if (!migrations::find(directory, version))
    return Error{.message = fmt::format("{} has no version {}", directory.path, version),
                 .hint = "--applied names the last version that has run",
                 .code = ExitCode::usage};
  for (const migrations::Revision& r : directory.revisions) {
    if (r.role == migrations::Role::repeatable || migrations::compare_versions(r.version, version) > 0) continue;
    const bool twice = !applied.empty() && migrations::compare_versions(applied.back().version, r.version) == 0;
    if (!twice) applied.push_back({.version = r.version, .checksum = {}, .description = {}});
  }
  return applied;
}

/// Two files with one number are what this command is for: everything else that is wrong stops it.
Result<migrations::Directory> read_for_rebase(const Session& session) {
  const std::string folder = migrations_folder(session);
  Diagnostics wrong;
  auto directory = migrations::read(folder, migrations_options(session, folder), wrong);
  if (!directory) return directory;
  std::erase_if(wrong, [](const Diagnostic& d) { return d.code == "same-number"; });
  if (!has_errors(wrong)) return directory;
  session.console.show(wrong);
  return Error{.message = fmt::format("{} has errors; nothing was renamed", folder), .hint = {}};
}

}  // namespace

ExitCode migrate_rebase(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto directory = read_for_rebase(*session);
  if (!directory) return console.fail(directory.error());
  const auto applied = applied_up_to(*directory, arguments.applied);
  if (!applied) return console.fail(applied.error());
  const auto moves = migrations::rebase(*directory, *applied, arguments.moved);
  if (!moves) return console.fail(moves.error());
  if (auto renamed = migrations::carry_out(*moves); !renamed) return console.fail(renamed.error());
  for (const migrations::Move& move : *moves) console.result(fmt::format("{} -> {}\n", move.from, move.to));
  const auto now = read_migrations(*session);
  if (!now) return console.fail(now.error());
  if (auto written = migrations::write_manifest(*now); !written) return console.fail(written.error());
  if (moves->empty())
    console.say("every number is as it should be");
  else
    console.say("the order has changed: `trueup prove` shows whether the migrations still lead to the schema");
  return ExitCode::done;
}

}  // namespace trueup::cli
