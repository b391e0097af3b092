#pragma once

#include <set>
#include <string>

#include "cli/arguments.h"
#include "cli/console.h"
#include "config/config.h"
#include "hazards/hazard.h"
#include "source/load.h"
#include "source/throwaway.h"

namespace trueup::cli {

/// What every command begins with: trueup.toml and the options that every command has.
struct Session {
  const Arguments& arguments;
  const Console& console;
  config::Config config;
  source::Throwaway throwaway;
  diff::Filter filter;  ///< trueup.toml's and the command line's together
};

/// Reads trueup.toml (--config, else ./trueup.toml if there is one). What is wrong in it is shown on the console.
[[nodiscard]] Result<Session> open_session(const Arguments& arguments, const Console& console);

/// The database as --from or the surroundings name it: `given`, else the environment's URL, else DATABASE_URL.
/// Fails with code usage when none is named.
[[nodiscard]] Result<source::Source> live_source(const Session& session, const std::string& given);

/// The desired state: `given`, else the schema path of trueup.toml.
[[nodiscard]] Result<source::Source> desired_source(const Session& session, const std::string& given);

/// The migrations directory: --migrations, else migrations of trueup.toml.
[[nodiscard]] std::string migrations_folder(const Session& session);

/// How to read the migrations directory `folder`. What --migrations-format or trueup.toml say of the format is about
/// migrations_folder(); any other is looked at.
[[nodiscard]] migrations::ReadOptions migrations_options(const Session& session, const std::string& folder);

/// Loads `source` and shows its diagnostics on the console. Fails when there are errors among them.
[[nodiscard]] Result<source::Loaded> load_shown(Session& session, const source::Source& source, const Catalog* target);

/// Takes the history tables of migration tools out of `catalog` unless `other` has them, too, and says so.
void leave_out_history(const Session& session, Catalog& catalog, const Catalog& other);

/// The files of `seeds` in trueup.toml: the user's own rows for the proof. None where there is no such folder.
[[nodiscard]] Result<std::vector<parse::Script>> read_seeds(const Session& session);

/// Whether tables that may hold rows are changed by the forms that let others go on.
[[nodiscard]] bool goes_online(const Session& session);

/// Whether what is dropped is to be parked: as --drop says, else trueup.toml.
[[nodiscard]] bool parks(const Session& session);

/// Whether --allow or trueup.toml permits `hazard`.
[[nodiscard]] bool is_allowed(const Session& session, const std::string& hazard);

/// Whether --refuse or trueup.toml refuses `hazard`, which would otherwise only be said.
[[nodiscard]] bool is_refused(const Session& session, const hazards::Hazard& hazard);

}  // namespace trueup::cli
