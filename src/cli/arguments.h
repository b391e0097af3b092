#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "apply/executor.h"
#include "base/result.h"
#include "model/online.h"
#include "model/parked.h"

namespace trueup::cli {

enum class Command {
  init,
  generate,
  plan,
  apply,
  show,
  check,
  dump,
  agree,
  lint,
  prove,
  seed,
  purge,
  rollback,
  migrate_up,
  migrate_down,
  migrate_redo,
  migrate_status,
  migrate_validate,
  migrate_baseline,
  migrate_repair,
  migrate_new,
  migrate_sum,
  migrate_rebase,
  migrate_import,
  migrate_adopt,
};
enum class Format { text, sql, json, sarif };
enum class Colour { automatic, always, never };
enum class ProofScope { slice, full };

/// The command line, read. Empty strings are options that were not given.
struct Arguments {
  Command command = Command::plan;

  std::string from;
  std::string to;
  std::string source;  ///< the positional source of dump and agree, the directory of migrate import
  std::string environment;
  std::string config;
  std::vector<std::string> include;
  std::vector<std::string> exclude;
  bool strict = false;
  Colour colour = Colour::automatic;

  std::string pg_bin;
  std::string scratch_url;
  bool no_scratch = false;
  bool no_proof = false;
  ProofScope proof = ProofScope::slice;
  bool no_code = false;

  std::vector<std::string> allow;   ///< hazard ids, or "all"
  std::vector<std::string> refuse;  ///< the same
  std::vector<std::string> files;   ///< of lint
  std::optional<Online> online;     ///< not given: as trueup.toml says
  std::optional<Drop> drop;         ///< not given: as trueup.toml says
  std::string older_than = "30d";   ///< of purge
  Format format = Format::text;
  bool down = false;
  bool exit_code = false;
  bool gate = false;
  bool yes = false;
  double lock_timeout = 5;       ///< seconds
  double statement_timeout = 0;  ///< seconds; 0: none
  int lock_attempts = 5;
  bool resume = false;
  apply::Unclear unclear = apply::Unclear::stop;

  std::string version;  ///< of rollback, and where migrate up, down and baseline lead to
  int steps = 0;        ///< of migrate down; 0: not given

  std::string message;
  std::string migrations;
  std::string migrations_format;
  std::string import_format;       ///< of migrate import: of the directory that is read; of migrate adopt: the tool
  std::string applied;             ///< of migrate rebase: the last version that is applied
  std::vector<std::string> moved;  ///< of migrate rebase: files that come after another with their number
  std::string split;
  bool snapshot = false;
  std::string plan_file;  ///< of apply and show
  std::string out;        ///< of plan
  bool no_rows = false;   ///< of prove
  bool clear = false;     ///< of seed
};

/// Nothing to run: print `text` (to stdout when `code` is done, else to stderr) and end with `code`.
struct Ending {
  ExitCode code = ExitCode::done;
  std::string text;
};

/// Reads the command line. `--help` and `--version` are endings with code done; wrong usage is one with code usage.
[[nodiscard]] std::variant<Arguments, Ending> read_arguments(int argc, const char* const* argv);

}  // namespace trueup::cli
