#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/commands.h"
#include "cli/migrating.h"
#include "cli/problems.h"
#include "render/json_text.h"

namespace trueup::cli {

ExitCode migrate_validate(const Arguments& arguments, const Console& console) {
  const auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto now = look_at(*session);
  if (!now) return console.fail(now.error());
  const auto& problems = now->standing.problems;
  if (arguments.format == Format::json)
    console.result(
        render::json_text({{"format", 1}, {"valid", problems.empty()}, {"problems", problems_json(problems)}}));
  else
    console.result(problems.empty() ? fmt::format("{} files fit the history\n", now->directory.revisions.size())
                                    : problems_text(problems));
  return problems.empty() ? ExitCode::done : ExitCode::error;
}

}  // namespace trueup::cli
