#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "cli/arguments.h"

namespace trueup::cli {

// Options that several commands have. Each adds its own to `app`, to be read into `a`.

using Formats = std::map<std::string, Format>;

/// What `plan` and `show` print, and what reports do.
inline const Formats plan_formats = {{"text", Format::text}, {"sql", Format::sql}, {"json", Format::json}};
inline const Formats report_formats = {{"text", Format::text}, {"json", Format::json}};

/// Where a command that works on a database finds it when --from is not given.
inline constexpr const char* live = "the environment's URL, else DATABASE_URL";

/// What --migrations-format says where files may be written.
inline constexpr const char* directory_format =
    "Its format: numbered, flyway, golang-migrate, goose, dbmate or alembic; default: migrations_format of "
    "trueup.toml, "
    "else what is there tells, else numbered";

void add_general(CLI::App& app, Arguments& a);
void add_ends(CLI::App& app, Arguments& a, const char* default_from);
/// `proof`: the command proves plans as well.
void add_scratch(CLI::App& app, Arguments& a, bool proof);
void add_allow(CLI::App& app, Arguments& a);
void add_refuse(CLI::App& app, Arguments& a);
void add_online(CLI::App& app, Arguments& a);
void add_drop(CLI::App& app, Arguments& a);
void add_format(CLI::App& app, Arguments& a, const Formats& known, const char* help);
void add_message(CLI::App& app, Arguments& a);
void add_migrations_format(CLI::App& app, Arguments& a, const char* help);
void add_migrations(CLI::App& app, Arguments& a);
void add_lock_timeout(CLI::App& app, Arguments& a, const char* help);
/// How statements run: locks, timeouts, --resume.
void add_running(CLI::App& app, Arguments& a);
void add_yes(CLI::App& app, Arguments& a, const char* help = "Do not ask before running the statements");

}  // namespace trueup::cli
