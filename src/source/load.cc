#include "source/load.h"

#include "canonical/canonicalise.h"
#include "db/connection.h"
#include "introspect/parked.h"
#include "introspect/read.h"
#include "introspect/sizes.h"
#include "source/freshness.h"
#include "source/replay.h"
#include "source/scripts.h"
#include "source/snapshot.h"
#include "verify/run_code.h"

namespace trueup::source {

namespace {

Result<Loaded> load_database(const Source& source) {
  auto connection = db::Connection::open(source.place, db::Access::read_only);
  if (!connection) return connection.error();
  const auto settings = connection->run(
      "SELECT pg_catalog.pg_encoding_to_char(encoding), datcollate FROM pg_catalog.pg_database "
      "WHERE datname = pg_catalog.current_database()");
  if (!settings) return settings.error();
  auto catalog = introspect::read(*connection);
  if (!catalog) return catalog.error();
  canonical::canonicalise(*catalog);
  auto parked = introspect::read_parked(*connection);
  if (!parked) return parked.error();
  auto sizes = introspect::read_sizes(*connection);
  if (!sizes) return sizes.error();
  return Loaded{.source = source,
                .catalog = std::move(*catalog),
                .scripts = {},
                .freshness = "read just now",
                .encoding = settings->text(0, 0),
                .locale = settings->text(0, 1),
                .sizes = std::move(*sizes),
                .parked = std::move(*parked)};
}

Result<Loaded> load_migrations(const Source& source, const LoadOptions& options) {
  auto replayed = replay(source.place, *options.throwaway, options.migrations);
  if (!replayed) return replayed.error();
  return Loaded{.source = source,
                .catalog = std::move(replayed->catalog),
                .scripts = {},
                .freshness = "replayed just now",
                .parked = std::move(replayed->parked)};
}

/// What a snapshot's header knows beyond its SQL.
void apply_header(const SnapshotHeader& header, Catalog& catalog) {
  catalog.server_version_text = header.server_version_text;
  catalog.current_user = header.current_user;
  catalog.roles.insert(header.roles.begin(), header.roles.end());
}

/// A statement that neither the grammar nor a server has read: what it states would seem to be gone.
void refuse_unread(Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics)
    if (diagnostic.code == "newer-syntax") diagnostic.severity = Severity::error;
}

/// What code in the files brings about, where a server may be asked. Without one the catalog names what is left out.
void run_code(Loaded& loaded, const LoadOptions& options) {
  if (loaded.catalog.code.empty()) return;
  if (!options.run_code || !options.throwaway || !options.throwaway->allowed())
    return refuse_unread(loaded.catalog.diagnostics);
  const auto in_vain = [&](const Error& why) {
    refuse_unread(loaded.catalog.diagnostics);
    loaded.catalog.diagnostics.push_back({.severity = Severity::note,
                                          .code = "code-not-run",
                                          .message = "the embedded server could not be asked: " + why.message,
                                          .where = {},
                                          .hint = why.hint,
                                          .excerpt = {}});
  };
  auto server = options.throwaway->get();
  if (!server) return in_vain(server.error());
  const std::string acting = options.target ? options.target->current_user : "";
  const std::set<std::string> roles = options.target ? options.target->roles : std::set<std::string>{};
  if (auto ran = verify::run_code(loaded.catalog, loaded.scripts, acting, roles, **server); !ran) in_vain(ran.error());
}

Result<Loaded> load_sql(const Source& source, const LoadOptions& options) {
  Diagnostics passed_over;
  auto scripts = read_scripts(source, passed_over);
  if (!scripts) return scripts.error();
  parse::Options door{.server_version = options.target ? options.target->server_version : 150000,
                      .strict = options.strict};
  std::optional<SnapshotHeader> header;
  if (source.form == Form::snapshot) {
    auto read = read_snapshot_header(source.display, scripts->front().text);
    if (!read) return read.error();
    header = std::move(*read);
    if (header->server_version) door.server_version = header->server_version;
  }
  Loaded loaded{.source = source, .catalog = {}, .scripts = std::move(*scripts), .freshness = {}};
  loaded.catalog = parse::read(loaded.scripts, door, &loaded.subjects);
  loaded.catalog.server_version = door.server_version;
  if (header) apply_header(*header, loaded.catalog);
  if (options.target) loaded.catalog.extension_members = options.target->extension_members;
  loaded.catalog.diagnostics.insert(loaded.catalog.diagnostics.begin(), passed_over.begin(), passed_over.end());
  if (!has_errors(loaded.catalog.diagnostics)) {
    run_code(loaded, options);
    canonical::canonicalise(loaded.catalog);
  }
  loaded.freshness = freshness_of(source, loaded.scripts);
  return loaded;
}

}  // namespace

Result<Loaded> load(const Source& source, const LoadOptions& options) {
  switch (source.form) {
    case Form::database:
      return load_database(source);
    case Form::migrations:
      return load_migrations(source, options);
    case Form::file:
    case Form::directory:
    case Form::glob:
    case Form::snapshot:
    case Form::git:
    case Form::standard_input:
      return load_sql(source, options);
  }
  return Error{.message = "unknown form of source", .hint = {}};
}

}  // namespace trueup::source
