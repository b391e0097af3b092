#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/migrations.h"
#include "migrations/manifest.h"

namespace trueup::cli {

ExitCode migrate_sum(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto directory = read_migrations(*session);
  if (!directory) return console.fail(directory.error());
  if (auto written = migrations::write_manifest(*directory); !written) return console.fail(written.error());
  console.say(fmt::format("{}/{} names {} migration{}", directory->path, migrations::manifest_name,
                          directory->revisions.size(), directory->revisions.size() == 1 ? "" : "s"));
  return ExitCode::done;
}

}  // namespace trueup::cli
