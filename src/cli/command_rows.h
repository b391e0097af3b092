#pragma once

#include <CLI/CLI.hpp>
#include <span>

#include "cli/arguments.h"

namespace trueup::cli {

/// A command as the command line has it.
struct CommandRow {
  Command command;
  const char* name;  ///< a second word is a command of a group
  const char* help;
  void (*add)(CLI::App&, Arguments&);  ///< its options
};

/// Every command but those that run migrations, in the order of --help.
[[nodiscard]] std::span<const CommandRow> command_rows();

/// The commands on a migrations directory, and on a database that has run it; they come after the others.
[[nodiscard]] std::span<const CommandRow> migrate_rows();

}  // namespace trueup::cli
