#pragma once

#include <string>
#include <vector>

#include "apply/check.h"
#include "cli/running.h"
#include "migrations/format.h"

namespace trueup::cli {

/// A migrations directory and what a database says of it.
struct Migrating {
  migrations::Directory directory;
  apply::History history;
  std::optional<apply::Run> unfinished;
  apply::Standing standing;
};

/// The directory as the command line or trueup.toml names it. What is wrong in the files is shown, and an error.
[[nodiscard]] Result<migrations::Directory> read_directory(const Session& session);

/// Reads history and journal on `connection`, and compares.
[[nodiscard]] Result<Migrating> stand(db::Connection& connection, migrations::Directory directory);

/// Looks at it through a connection that can only read.
[[nodiscard]] Result<Migrating> look_at(const Session& session);

/// The revision that the user calls `version`. Fails, code usage, when there is none.
[[nodiscard]] Result<const migrations::Revision*> revision_named(const migrations::Directory& directory,
                                                                 const std::string& version);

/// Whether `version` is how to say "before the first": 0, where no file has that number.
[[nodiscard]] bool is_beginning(const migrations::Directory& directory, const std::string& version);

/// A file's name.
[[nodiscard]] std::string file_of(const migrations::Revision& revision);

/// Runs `revisions` one after the other in `direction`, each with its history.
[[nodiscard]] Result<void> run_revisions(const Session& session, Running& running,
                                         const std::vector<const migrations::Revision*>& revisions,
                                         apply::Direction direction);

/// With --resume, finishes the run that was stopped half way, if there is one and it went in `direction`. Gives whether
/// there was.
[[nodiscard]] Result<bool> finish_revision(const Session& session, Running& running,
                                           const migrations::Directory& directory, apply::Direction direction);

/// Fails, naming them, when some of `revisions` have no way back.
[[nodiscard]] Result<void> refuse_one_way(const std::vector<const migrations::Revision*>& revisions);

}  // namespace trueup::cli
