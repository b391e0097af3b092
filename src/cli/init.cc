#include <fmt/format.h>

#include <cstdlib>
#include <map>

#include "cli/commands.h"
#include "cli/init_files.h"
#include "cli/session.h"
#include "migrations/directory.h"

namespace trueup::cli {

namespace {

/// Writes what is missing. A file that is there stays as it is.
Result<void> write_files(const Console& console) {
  for (const InitFile& file : init_files) {
    const auto written = migrations::write_new_file(file.path, file.text);
    if (!written && written.error().code != ExitCode::conflict) return written;
    console.result(fmt::format("{}  {}\n", written ? "wrote" : "kept ", file.path));
  }
  return {};
}

/// How many relations each schema of `catalog` holds.
std::map<std::string, int> schemas_of(const Catalog& catalog) {
  std::map<std::string, int> counts;
  for (const auto& [id, object] : catalog.objects) {
    if (id.kind == Kind::schema) counts[id.name];
    if (is_relation(id.kind)) ++counts[id.schema];
  }
  return counts;
}

/// The schemas that the files mention; none when there are no files yet.
std::map<std::string, int> mentioned(Session& session, const Catalog& live) {
  const auto source = source::recognise(session.config.schema);
  if (!source) return {};
  const auto desired = source::load(*source, {.target = &live, .strict = false, .throwaway = &session.throwaway});
  return desired ? schemas_of(desired->catalog) : std::map<std::string, int>{};
}

Result<void> list_schemas(Session& session, const source::Source& database) {
  const auto live = source::load(database, {.target = nullptr, .strict = false, .throwaway = &session.throwaway});
  if (!live) return live.error();
  const auto known = mentioned(session, live->catalog);
  std::string lines;
  for (const auto& [schema, relations] : schemas_of(live->catalog)) {
    const auto found = known.find(schema);
    if (relations == 0 || (found != known.end() && found->second != 0)) continue;
    lines += fmt::format("  {}  ({} table{} or view{})\n", schema, relations, relations == 1 ? "" : "s",
                         relations == 1 ? "" : "s");
  }
  if (lines.empty()) return {};
  session.console.result(
      fmt::format("\nin {}, but not in the files of {}:\n{}", database.display, session.config.schema, lines));
  session.console.say(
      "to begin with what is there: trueup dump URL --split DIR writes it as files; a plan would drop "
      "what the files leave out, unless [filters] excludes it");
  return {};
}

}  // namespace

ExitCode init(const Arguments& arguments, const Console& console) {
  if (auto written = write_files(console); !written) return console.fail(written.error());
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto database = live_source(*session, arguments.from);
  const bool asked = !arguments.from.empty() || !arguments.environment.empty();
  if (!database) {
    if (asked) return console.fail(database.error());
  } else if (const auto listed = list_schemas(*session, *database); !listed) {
    const ExitCode code = console.fail(listed.error());
    if (asked) return code;
  }
  console.say("next: put CREATE statements into schema/, then run `trueup generate -m \"first version\"`");
  return ExitCode::done;
}

}  // namespace trueup::cli
