#include "cli/migrations.h"

#include <fmt/format.h>

#include "migrations/directory.h"
#include "migrations/manifest.h"

namespace trueup::cli {

Result<migrations::Directory> read_migrations(const Session& session, Reading reading) {
  const std::string folder = migrations_folder(session);
  const bool running = reading == Reading::to_run;
  Diagnostics wrong;
  auto directory = migrations::read(folder, migrations_options(session, folder), wrong);
  if (!directory) return directory;
  if (running || has_errors(wrong)) session.console.show(wrong);
  if (has_errors(wrong))
    return Error{.message = fmt::format("{} has errors; nothing was {}", folder, running ? "run" : "written"),
                 .hint = {}};
  return directory;
}

Result<void> write_migration(const Session& session, const migrations::Directory& directory,
                             const migrations::Draft& draft) {
  Diagnostics wrong;
  const auto manifest = migrations::read_manifest(directory.path, wrong);
  if (!manifest) return manifest.error();
  if (has_errors(wrong)) {
    session.console.show(wrong);
    return Error{.message = fmt::format("{} has errors; nothing was written", migrations::manifest_name), .hint = {}};
  }
  const auto paths = migrations::write_next(directory, draft);
  if (!paths) return paths.error();
  for (const std::string& path : *paths) session.console.result(path + "\n");
  const auto now = read_migrations(session);
  if (!now) return now.error();
  if (!*manifest) return migrations::write_manifest(*now);
  return migrations::replace_file((*manifest)->path, migrations::extended_text(**manifest, *now, *paths));
}

}  // namespace trueup::cli
