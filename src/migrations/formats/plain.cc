#include <algorithm>

#include "migrations/files.h"
#include "migrations/formats.h"
#include "migrations/formats/scripts.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

// Plain SQL files (init.sql, 01_schema.sql …), run in the order of their names as psql or a container's entry point
// does. There is no way back. Only read.

bool recognises(const Listing& listing) {
  return std::find(listing.files.begin(), listing.files.end(), "init.sql") != listing.files.end();
}

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  Directory directory{.path = listing.path, .format = &plain, .revisions = {}, .others = {}};
  for (const std::string& name : listing.files) {
    if (!name.ends_with(".sql")) continue;
    const std::string path = below(listing.path, name);
    const auto text = read_text(path);
    if (!text) return text.error();
    const std::string stem = name.substr(0, name.size() - 4);
    Revision revision{.version = stem, .description = stem, .role = Role::versioned, .paths = {path}};
    revision.content.up = script_section(path, *text, 1, diagnostics);
    revision.checksum = checksum_of({*text});
    directory.revisions.push_back(std::move(revision));
  }
  return directory;
}

}  // namespace

const Format plain = {
    .name = "plain", .recognises = recognises, .read = read, .write = nullptr, .with_version = nullptr};

}  // namespace trueup::migrations
