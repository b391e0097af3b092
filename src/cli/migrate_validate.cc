#include <fmt/format.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/migrating.h"
#include "cli/problems.h"
#include "migrations/manifest.h"
#include "render/json_text.h"

namespace trueup::cli {

/// What files and trueup.sum do not say alike.
static Result<std::vector<apply::Problem>> problems_of_manifest(const migrations::Directory& directory) {
  Diagnostics wrong;
  if (auto checked = migrations::check_manifest(directory, wrong); !checked) return checked.error();
  std::vector<apply::Problem> problems;
  for (const Diagnostic& one : wrong) {
    const std::string file = std::filesystem::path(one.where.file).filename().string();
    problems.push_back({.trouble = apply::Trouble::manifest,
                        .version = {},
                        .file = file,
                        .message = fmt::format("{}{}: {}", file,
                                               one.where.line ? fmt::format(":{}", one.where.line) : "", one.message),
                        .hint = one.hint});
  }
  return problems;
}

ExitCode migrate_validate(const Arguments& arguments, const Console& console) {
  const auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto now = look_at(*session);
  if (!now) return console.fail(now.error());
  std::vector<apply::Problem> problems = now->standing.problems;
  const auto more = problems_of_manifest(now->directory);
  if (!more) return console.fail(more.error());
  problems.insert(problems.end(), more->begin(), more->end());
  if (arguments.format == Format::json)
    console.result(
        render::json_text({{"format", 1}, {"valid", problems.empty()}, {"problems", problems_json(problems)}}));
  else
    console.result(problems.empty() ? fmt::format("{} files fit the history\n", now->directory.revisions.size())
                                    : problems_text(problems));
  return problems.empty() ? ExitCode::done : ExitCode::error;
}

}  // namespace trueup::cli
