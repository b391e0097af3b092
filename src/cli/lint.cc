#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/commands.h"
#include "cli/lint_files.h"
#include "cli/session.h"
#include "cli/version.h"
#include "render/findings.h"

namespace trueup::cli {

namespace {

/// What the command line names, else the migrations directory, if there is one.
Result<std::vector<std::string>> named_files(const Session& session) {
  if (!session.arguments.files.empty()) return session.arguments.files;
  std::error_code ignored;
  if (std::filesystem::exists(session.config.migrations, ignored))
    return std::vector<std::string>{session.config.migrations};
  return Error{.message = "nothing to look at",
               .hint = "name SQL or migration files, directories, globs, or - for standard input",
               .code = ExitCode::usage};
}

void look(const hazards::File& file, hazards::History& history, const Session& session, render::Findings& all) {
  hazards::Checked checked = hazards::check_file(file, history);
  ++all.files;
  all.statements += checked.statements;
  std::erase_if(checked.findings, [&](const hazards::Placed& placed) {
    return is_allowed(session, std::string(placed.finding.hazard->id));
  });
  std::move(checked.findings.begin(), checked.findings.end(), std::back_inserter(all.found));
  std::move(checked.diagnostics.begin(), checked.diagnostics.end(), std::back_inserter(all.diagnostics));
}

Result<render::Findings> look_at_all(const Session& session, const std::vector<std::string>& named) {
  render::Findings all;
  for (const std::string& name : named) {
    const auto groups = read_lint_files(name, session.arguments.migrations_format, all.diagnostics);
    if (!groups) return groups.error();
    for (const LintGroup& group : *groups) {
      hazards::History history;
      for (const hazards::File& file : group) look(file, history, session, all);
    }
  }
  return all;
}

std::string rendered(const Arguments& arguments, const render::Findings& all, const Console& console) {
  switch (arguments.format) {
    case Format::json:
      return render::findings_json(all);
    case Format::sarif:
      return render::findings_sarif(all, version);
    case Format::text:
    case Format::sql:
      break;
  }
  return render::findings_text(all, console.style());
}

}  // namespace

ExitCode lint(const Arguments& arguments, const Console& console) {
  const auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto named = named_files(*session);
  if (!named) return console.fail(named.error());
  const auto all = look_at_all(*session, *named);
  if (!all) return console.fail(all.error());
  console.show(all->diagnostics);
  console.result(rendered(arguments, *all, console));
  if (has_errors(all->diagnostics)) return ExitCode::error;
  const bool counts = std::any_of(all->found.begin(), all->found.end(), [&](const hazards::Placed& placed) {
    return arguments.strict || placed.finding.hazard->level != hazards::Level::advice;
  });
  return counts ? ExitCode::differences : ExitCode::done;
}

}  // namespace trueup::cli
