#pragma once

#include "cli/session.h"
#include "migrations/format.h"

namespace trueup::cli {

/// What a command reads the migrations directory for.
enum class Reading {
  to_write,  ///< warnings are left to who replays it
  to_run,    ///< warnings are shown
};

/// Reads the migrations directory as the command line or trueup.toml name it. Fails, showing what is wrong in it, when
/// there are errors.
[[nodiscard]] Result<migrations::Directory> read_migrations(const Session& session,
                                                            Reading reading = Reading::to_write);

/// Writes the next migration and trueup.sum, and prints the paths of its files.
[[nodiscard]] Result<void> write_migration(const Session& session, const migrations::Directory& directory,
                                           const migrations::Draft& draft);

}  // namespace trueup::cli
