#include <cstdio>
#include <exception>

#include "cli/commands.h"

using namespace trueup;
using namespace trueup::cli;

static ExitCode run(const Arguments& arguments) {
  const Console console(arguments.colour);
  switch (arguments.command) {
    case Command::init:
      return init(arguments, console);
    case Command::generate:
      return generate(arguments, console);
    case Command::plan:
      return cli::plan(arguments, console);
    case Command::apply:
      return cli::apply(arguments, console);
    case Command::show:
      return show(arguments, console);
    case Command::check:
      return check(arguments, console);
    case Command::dump:
      return dump(arguments, console);
    case Command::agree:
      return agree(arguments, console);
    case Command::lint:
      return lint(arguments, console);
    case Command::prove:
      return cli::prove(arguments, console);
    case Command::seed:
      return seed(arguments, console);
    case Command::purge:
      return purge(arguments, console);
    case Command::rollback:
      return rollback(arguments, console);
    case Command::migrate_up:
      return migrate_up(arguments, console);
    case Command::migrate_down:
      return migrate_down(arguments, console);
    case Command::migrate_status:
      return migrate_status(arguments, console);
    case Command::migrate_validate:
      return migrate_validate(arguments, console);
    case Command::migrate_baseline:
      return migrate_baseline(arguments, console);
    case Command::migrate_repair:
      return migrate_repair(arguments, console);
    case Command::migrate_redo:
      return migrate_redo(arguments, console);
    case Command::migrate_new:
      return migrate_new(arguments, console);
    case Command::migrate_sum:
      return migrate_sum(arguments, console);
    case Command::migrate_rebase:
      return migrate_rebase(arguments, console);
    case Command::migrate_import:
      return migrate_import(arguments, console);
    case Command::migrate_adopt:
      return migrate_adopt(arguments, console);
  }
  return ExitCode::error;
}

static ExitCode run(const Ending& ending) {
  std::fputs(ending.text.c_str(), ending.code == ExitCode::done ? stdout : stderr);
  return ending.code;
}

/// A result that a full disk cut short is no result.
static bool result_arrived() {
  if (std::fflush(stdout) == 0 && !std::ferror(stdout)) return true;
  std::perror("trueup: cannot write the result");
  return false;
}

int main(int argc, char** argv) {
  try {
    const auto read = read_arguments(argc, argv);
    const ExitCode code = std::visit([](const auto& what) { return run(what); }, read);
    return static_cast<int>(result_arrived() ? code : ExitCode::error);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "trueup: %s\n", error.what());
    return static_cast<int>(ExitCode::error);
  }
}
