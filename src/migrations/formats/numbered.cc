#include <fmt/format.h>

#include "migrations/directory.h"
#include "migrations/files.h"
#include "migrations/formats.h"

namespace trueup::migrations {

namespace {

// trueup's own: NNN_description.sql, both ways in one file. See docs/formats/migration-file.md.

/// The digits `name` begins with, when an underscore follows them.
std::string_view digits_of(std::string_view name) {
  const std::string_view digits = leading_digits(name);
  const bool numbered = !digits.empty() && name.substr(digits.size()).starts_with('_');
  return numbered ? digits : std::string_view();
}

bool recognises(const Listing& listing) {
  for (const std::string& name : listing.files) {
    if (!name.ends_with(".sql") || digits_of(name).empty()) continue;
    const auto text = read_text(below(listing.path, name));
    if (text && has_headings(*text)) return true;
  }
  return false;
}

Result<void> add(Directory& directory, const std::string& name, Diagnostics& diagnostics) {
  if (!name.ends_with(".sql")) return {};
  const std::string_view digits = digits_of(name);
  if (digits.empty()) {
    leave_out(directory, name, "no-number", "its name begins with no number", "name it like 001_description.sql",
              diagnostics);
    return {};
  }
  const std::string path = below(directory.path, name);
  const auto text = read_text(path);
  if (!text) return text.error();
  directory.width = std::max(directory.revisions.empty() ? 0 : directory.width, int(digits.size()));
  directory.revisions.push_back({.version = std::string(digits),
                                 .description = name.substr(digits.size() + 1, name.size() - digits.size() - 5),
                                 .role = Role::versioned,
                                 .paths = {path},
                                 .content = parse(*text, path, diagnostics),
                                 .checksum = checksum_of({*text})});
  return {};
}

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  Directory directory{.path = listing.path, .format = &numbered, .revisions = {}, .others = {}};
  for (const std::string& name : listing.files)
    if (const auto added = add(directory, name, diagnostics); !added) return added.error();
  sort_revisions(directory, diagnostics);
  return directory;
}

Result<std::vector<NewFile>> write(const Directory& directory, const Draft& draft) {
  return std::vector<NewFile>{{.name = fmt::format("{}_{}.sql", next_version(directory), safe_name(draft.description)),
                               .text = migrations::write(draft.content)}};
}

}  // namespace

const Format numbered = {
    .name = "numbered", .recognises = recognises, .read = read, .write = write, .with_version = with_digits};

}  // namespace trueup::migrations
