#pragma once

#include "cli/session.h"
#include "migrations/format.h"

namespace trueup::cli {

/// Reads the migrations directory as the command line or trueup.toml name it, and shows what is wrong in it when there
/// are errors: then it fails. Warnings are left to who replays it.
[[nodiscard]] Result<migrations::Directory> read_migrations(const Session& session);

/// Writes the next migration and trueup.sum, and prints the paths of its files.
[[nodiscard]] Result<void> write_migration(const Session& session, const migrations::Directory& directory,
                                           const migrations::Draft& draft);

}  // namespace trueup::cli
