#include "cli/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <tuple>

#include "diff/stated.h"
#include "hazards/allow.h"
#include "source/scripts.h"

namespace trueup::cli {

static Result<config::Config> read_config(const Arguments& arguments, const Console& console) {
  std::error_code ignored;
  const bool beside_us = std::filesystem::exists("trueup.toml", ignored);
  if (arguments.config.empty() && !beside_us) return config::Config{};
  const std::string path = arguments.config.empty() ? "trueup.toml" : arguments.config;
  Diagnostics diagnostics;
  auto config = config::read(path, diagnostics);
  if (!config) return config.error();
  console.show(diagnostics);
  if (has_errors(diagnostics)) return Error{.message = fmt::format("{} has errors", path), .hint = {}};
  return config;
}

/// Fails where a hazard is named that does not exist.
static Result<void> check_hazards(const Arguments& arguments, const config::Config& config) {
  for (const auto* ids : {&arguments.allow, &arguments.refuse, &config.allow, &config.refuse})
    for (const std::string& id : *ids)
      if (id != "all" && !hazards::find(id))
        return Error{.message = hazards::unknown_hazard(id),
                     .hint = "docs/hazards/README.md lists them all",
                     .code = ExitCode::usage};
  return {};
}

Result<Session> open_session(const Arguments& arguments, const Console& console) {
  auto config = read_config(arguments, console);
  if (!config) return config.error();
  if (auto known = check_hazards(arguments, *config); !known) return known.error();
  db::ScratchOptions scratch;
  scratch.pg_bin = arguments.pg_bin;
  scratch.url = arguments.scratch_url;
  diff::Filter filter = config->filters;
  filter.include.insert(filter.include.end(), arguments.include.begin(), arguments.include.end());
  filter.exclude.insert(filter.exclude.end(), arguments.exclude.begin(), arguments.exclude.end());
  return Session{.arguments = arguments,
                 .console = console,
                 .config = std::move(*config),
                 .throwaway = source::Throwaway(std::move(scratch), !arguments.no_scratch),
                 .filter = std::move(filter)};
}

Result<source::Source> live_source(const Session& session, const std::string& given) {
  if (!given.empty()) return source::recognise(given);
  if (!session.arguments.environment.empty() || !session.config.default_environment.empty()) {
    const auto url = config::url_of(session.config, session.arguments.environment);
    if (!url) return url.error();
    return source::recognise(*url);
  }
  const char* url = std::getenv("DATABASE_URL");
  if (url && *url) return source::recognise(url);
  return Error{.message = "no database named",
               .hint =
                   "give --from postgres://…, or --env NAME with an [environments] entry in trueup.toml, or set "
                   "DATABASE_URL",
               .code = ExitCode::usage};
}

Result<source::Source> desired_source(const Session& session, const std::string& given) {
  if (!given.empty()) return source::recognise(given);
  auto source = source::recognise(session.config.schema);
  if (source || !session.config.file.empty()) return source;
  return Error{.message = fmt::format("no desired state named, and no folder {} here", session.config.schema),
               .hint = "give --to FILE or --to DIR, or start a project with `trueup init`",
               .code = ExitCode::usage};
}

std::string migrations_folder(const Session& session) {
  return session.arguments.migrations.empty() ? session.config.migrations : session.arguments.migrations;
}

migrations::ReadOptions migrations_options(const Session& session, const std::string& folder) {
  const Arguments& a = session.arguments;
  const std::string& named = a.migrations_format.empty() ? session.config.migrations_format : a.migrations_format;
  return {.format = folder == migrations_folder(session) ? named : "",
          .may_be_missing = a.command == Command::generate || a.command == Command::migrate_new ||
                            a.command == Command::migrate_import};
}

Result<source::Loaded> load_shown(Session& session, const source::Source& source, const Catalog* target) {
  auto loaded = source::load(source, {.target = target,
                                      .strict = session.arguments.strict,
                                      .run_code = !session.arguments.no_code && session.config.run_code,
                                      .throwaway = &session.throwaway,
                                      .migrations = migrations_options(session, source.place)});
  if (!loaded) return loaded;
  Diagnostics& diagnostics = loaded->catalog.diagnostics;
  if (session.arguments.strict)
    for (Diagnostic& diagnostic : diagnostics)
      if (diagnostic.code == "not-managed") diagnostic.severity = Severity::error;
  session.console.show(diagnostics);
  const auto errors = std::count_if(diagnostics.begin(), diagnostics.end(),
                                    [](const Diagnostic& d) { return d.severity == Severity::error; });
  if (errors != 0)
    return Error{.message = fmt::format("{} error{} in {}", errors, errors == 1 ? "" : "s", source.display),
                 .hint = {}};
  return loaded;
}

void leave_out_history(const Session& session, Catalog& catalog, const Catalog& other) {
  Diagnostics notes;
  for (const ObjectId& table : diff::leave_out_history(catalog, other))
    notes.push_back({.severity = Severity::note,
                     .code = "migration-history",
                     .message = to_string(table) + " belongs to a migration tool and is left alone",
                     .where = {},
                     .hint = "state it in the schema files to have it managed",
                     .excerpt = {}});
  session.console.show(notes);
}

Result<std::vector<parse::Script>> read_seeds(const Session& session) {
  std::error_code ignored;
  if (session.config.seeds.empty() || !std::filesystem::exists(session.config.seeds, ignored))
    return std::vector<parse::Script>{};
  const auto source = source::recognise(session.config.seeds);
  if (!source) return source.error();
  Diagnostics passed_over;
  auto scripts = source::read_scripts(*source, passed_over);
  session.console.show(passed_over);
  return scripts;
}

bool goes_online(const Session& session) {
  return session.arguments.online.value_or(session.config.online) == Online::automatic;
}

bool parks(const Session& session) { return session.arguments.drop.value_or(session.config.drop) == Drop::park; }

static bool names(const std::vector<std::string>& ids, std::string_view hazard) {
  return std::any_of(ids.begin(), ids.end(), [&](const std::string& id) { return id == "all" || id == hazard; });
}

bool is_allowed(const Session& session, const std::string& hazard) {
  return names(session.arguments.allow, hazard) || names(session.config.allow, hazard);
}

bool is_refused(const Session& session, const hazards::Hazard& hazard) {
  const auto& [given, configured] = std::tie(session.arguments.refuse, session.config.refuse);
  const auto by_name = [&](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), hazard.id) != ids.end();
  };
  if (by_name(given) || by_name(configured)) return true;
  return hazard.level != hazards::Level::advice && (names(given, hazard.id) || names(configured, hazard.id));
}

}  // namespace trueup::cli
