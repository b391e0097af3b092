#include "source/replay.h"

#include <fmt/format.h>

#include "canonical/canonicalise.h"
#include "introspect/parked.h"
#include "introspect/read.h"
#include "source/replaying.h"

namespace trueup::source {

namespace {

/// Says of each revision that was edited since it was proven that it was.
void name_edited(const migrations::Directory& directory, Diagnostics& diagnostics) {
  for (const migrations::Revision& revision : directory.revisions)
    if (migrations::standing(revision.content) == migrations::Standing::edited)
      diagnostics.push_back({.severity = Severity::warning,
                             .code = "edited-since-proven",
                             .message = "edited since it was proven",
                             .where = {.file = revision.path(), .line = 0, .column = 0},
                             .hint = "what its header says about the proof no longer holds",
                             .excerpt = {}});
}

}  // namespace

Result<Replayed> replay(const std::string& path, Throwaway& throwaway, const migrations::ReadOptions& options) {
  Diagnostics diagnostics;
  const auto directory = migrations::read(path, options, diagnostics);
  if (!directory) return directory.error();
  name_edited(*directory, diagnostics);
  const auto all = migrations::from_nothing(*directory);
  Catalog catalog;
  catalog.diagnostics = diagnostics;
  if (has_errors(diagnostics)) return Replayed{.catalog = std::move(catalog), .parked = {}};

  auto replaying = Replaying::begin(all, throwaway);
  if (!replaying)
    return Error{
        .message = fmt::format("{} must be replayed on the embedded server: {}", path, replaying.error().message),
        .hint =
            "instead, name a database that has run them with --from URL, or a snapshot of one with --from "
            "snapshot:FILE. " +
            replaying.error().hint};
  while (!replaying->at_end())
    if (auto ran = replaying->up(); !ran) return ran.error();
  replaying->keep();
  verify::Site* site = &replaying->site();
  if (auto reset = site->reset_session("''"); !reset) return reset.error();
  auto read = introspect::read(site->user());
  if (!read) return read.error();
  site->restore(*read);
  canonical::canonicalise(*read);
  read->diagnostics.insert(read->diagnostics.begin(), diagnostics.begin(), diagnostics.end());
  auto parked = introspect::read_parked(site->user());
  if (!parked) return parked.error();
  return Replayed{.catalog = std::move(*read), .parked = std::move(*parked)};
}

}  // namespace trueup::source
