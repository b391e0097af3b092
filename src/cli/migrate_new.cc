#include "cli/commands.h"
#include "cli/migrations.h"

namespace trueup::cli {

ExitCode migrate_new(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto directory = read_migrations(*session);
  if (!directory) return console.fail(directory.error());
  migrations::Draft draft{.description = arguments.message, .content = {}};
  draft.content.has_down = true;
  if (auto written = write_migration(*session, *directory, draft); !written) return console.fail(written.error());
  console.say("write the statements into it, then run `trueup migrate sum`");
  return ExitCode::done;
}

}  // namespace trueup::cli
