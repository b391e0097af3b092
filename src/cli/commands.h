#pragma once

#include "cli/arguments.h"
#include "cli/console.h"

namespace trueup::cli {

// One function per command, each in its own file; they give the process's exit code.

[[nodiscard]] ExitCode init(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode generate(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode plan(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode apply(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode show(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode check(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode dump(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode agree(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode lint(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode prove(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode seed(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode purge(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode rollback(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_up(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_down(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_status(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_validate(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_baseline(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_repair(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_redo(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_new(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_sum(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_rebase(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_import(const Arguments& arguments, const Console& console);
[[nodiscard]] ExitCode migrate_adopt(const Arguments& arguments, const Console& console);

}  // namespace trueup::cli
