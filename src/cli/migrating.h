#pragma once

#include <functional>
#include <string>
#include <vector>

#include "apply/check.h"
#include "cli/migrations.h"
#include "cli/running.h"

namespace trueup::cli {

/// A migrations directory and what a database says of it.
struct Migrating {
  migrations::Directory directory;
  apply::History history;
  std::optional<apply::Run> unfinished;
  apply::Standing standing;
};

/// Reads history and journal on `connection`, and compares.
[[nodiscard]] Result<Migrating> stand(db::Connection& connection, migrations::Directory directory);

/// Looks at it through a connection that can only read.
[[nodiscard]] Result<Migrating> look_at(const Session& session);

/// What a command does once it has its directory, and its database with the lock on it. Gives what to say at the end.
using Work = std::function<Result<std::string>(Session& session, Running& running, migrations::Directory directory,
                                               const source::Source& database)>;

/// Opens all that for `command` ("migrate up") and does its work. What fails is shown.
[[nodiscard]] ExitCode run_migrating(const Arguments& arguments, const Console& console, const std::string& command,
                                     const Work& work);

/// The revision that the user calls `version`. Fails, code usage, when there is none.
[[nodiscard]] Result<const migrations::Revision*> revision_named(const migrations::Directory& directory,
                                                                 const std::string& version);

/// Whether `version` is how to say "before the first": 0, where no file has that number.
[[nodiscard]] bool is_beginning(const migrations::Directory& directory, const std::string& version);

/// Runs `revisions` one after the other in `direction`, each with its history.
[[nodiscard]] Result<void> run_revisions(const Session& session, Running& running,
                                         const std::vector<const migrations::Revision*>& revisions,
                                         apply::Direction direction);

/// With --resume, finishes the run that was stopped half way, if there is one and it went in `direction`. Gives whether
/// there was.
[[nodiscard]] Result<bool> finish_revision(const Session& session, Running& running,
                                           const migrations::Directory& directory, apply::Direction direction);

/// A row of the history that no run brings about.
[[nodiscard]] apply::Event event_of(std::string revision_version, std::string description, std::string checksum,
                                    std::string outcome);
[[nodiscard]] apply::Event event_of(const migrations::Revision& revision, std::string outcome);

/// Writes such rows; makes the history where there is none.
[[nodiscard]] Result<void> write_events(Running& running, const std::vector<apply::Event>& events);

/// Fails with code conflict when the database has a history already.
[[nodiscard]] Result<void> refuse_history(const Migrating& now);

/// Fails, naming them, when some of `revisions` have no way back.
[[nodiscard]] Result<void> refuse_one_way(const std::vector<const migrations::Revision*>& revisions);

}  // namespace trueup::cli
