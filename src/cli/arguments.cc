#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <cstring>

#include "cli/command_rows.h"
#include "cli/options.h"
#include "cli/version.h"

namespace trueup::cli {

namespace {

constexpr const char* sources_note =
    "A source is a SQL file, a directory (every *.sql below it), a glob, a postgres://, postgresql:// or\n"
    "postgresql+asyncpg:// URL or libpq conninfo, snapshot:FILE, migrations:DIR, git:REF:PATH, or - for standard "
    "input.";

constexpr const char* exit_codes_note =
    "Exit codes\n"
    "  0   done\n"
    "  1   error: wrong input, no connection, a statement that failed\n"
    "  2   differences: check, agree, prove, and plan --exit-code; hazards: lint\n"
    "  3   refused: something would be destroyed that --allow does not name (apply, generate, plan --gate), or not\n"
    "      confirmed (apply, purge, migrate, rollback)\n"
    "  4   conflict: the database moved, another run or session holds a lock, a run was stopped half way, or the\n"
    "      connection broke\n"
    "  64  wrong usage";

std::vector<CommandRow> all_rows() {
  std::vector<CommandRow> all(command_rows().begin(), command_rows().end());
  all.insert(all.end(), migrate_rows().begin(), migrate_rows().end());
  return all;
}

/// The first word of a row's name: the command, or the group that it is in.
std::string first_word(const CommandRow& row) {
  const std::string_view name = row.name;
  return std::string(name.substr(0, name.find(' ')));
}

bool is_command(std::string_view name) {
  const auto all = all_rows();
  return std::any_of(all.begin(), all.end(), [&](const CommandRow& row) { return first_word(row) == name; });
}

/// Where the row's command goes: the program, or its group, made where it is the first of it.
CLI::App& group_of(CLI::App& app, const CommandRow& row) {
  const std::string first = first_word(row);
  if (first == row.name) return app;
  for (CLI::App* group : app.get_subcommands([&](CLI::App* sub) { return sub->get_name() == first; })) return *group;
  CLI::App* group = app.add_subcommand(first, "The migrations directory: run it, keep it in order, add to it");
  group->require_subcommand(1);
  group->footer(exit_codes_note);
  return *group;
}

const char* last_word(const CommandRow& row) {
  const char* space = std::strchr(row.name, ' ');
  return space ? space + 1 : row.name;
}

std::string unknown_command(const std::string& name) {
  std::string names;
  std::string last;
  for (const CommandRow& row : all_rows()) {
    if (first_word(row) != last) names += (names.empty() ? "" : ", ") + first_word(row);
    last = first_word(row);
  }
  return "trueup: no command " + name + "; there are " + names + "\nRun with --help for more information.\n";
}

}  // namespace

std::variant<Arguments, Ending> read_arguments(int argc, const char* const* argv) {
  Arguments arguments;
  CLI::App app("Declarative schema changes for PostgreSQL: from edited schema files to proven, numbered migrations",
               "trueup");
  app.set_version_flag("--version", std::string("trueup ") + version);
  app.require_subcommand(1);
  app.footer(std::string(sources_note) + "\n\n" + exit_codes_note);
  for (const CommandRow& row : all_rows()) {
    CLI::App* command = group_of(app, row).add_subcommand(last_word(row), row.help);
    row.add(*command, arguments);
    add_general(*command, arguments);
    command->footer(row.command == Command::init ? exit_codes_note
                                                 : std::string(sources_note) + "\n\n" + exit_codes_note);
    command->callback([&arguments, which = row.command] { arguments.command = which; });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, err;
    const bool done = app.exit(error, out, err) == 0;
    if (!done && argc > 1 && argv[1][0] != '-' && !is_command(argv[1]))
      return Ending{.code = ExitCode::usage, .text = unknown_command(argv[1])};
    if (argc <= 1) return Ending{.code = ExitCode::usage, .text = app.help()};
    return Ending{.code = done ? ExitCode::done : ExitCode::usage, .text = done ? out.str() : "trueup: " + err.str()};
  }
  return arguments;
}

}  // namespace trueup::cli
