#include <fmt/format.h>

#include <map>

#include "migrations/directory.h"
#include "migrations/files.h"
#include "migrations/formats.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

// golang-migrate: NNNNNN_title.up.sql and NNNNNN_title.down.sql. The tool sends a file whole, so that the server takes
// it as one transaction; what cannot run in one stands alone in its file.

/// "000001_add_notes.up.sql", in its parts.
struct Name {
  std::string version;
  std::string title;
  bool up = true;
};

std::optional<Name> parts_of_name(std::string_view name) {
  const std::string_view digits = leading_digits(name);
  if (digits.empty() || !name.substr(digits.size()).starts_with('_')) return std::nullopt;
  const bool up = name.ends_with(".up.sql");
  if (!up && !name.ends_with(".down.sql")) return std::nullopt;
  const std::size_t begin = digits.size() + 1, end = name.size() - (up ? 7 : 9);
  if (end < begin) return std::nullopt;
  return Name{.version = std::string(digits), .title = std::string(name.substr(begin, end - begin)), .up = up};
}

bool recognises(const Listing& listing) {
  for (const std::string& name : listing.files)
    if (parts_of_name(name)) return true;
  return false;
}

/// The files of one version.
struct Pair {
  std::vector<std::string> ups;
  std::vector<std::string> downs;
};

Section read_section(const std::string& path, const std::string& text) {
  return section_at(path, text, after_header(text), text.size(), !any_refuses_transaction(text));
}

Result<Revision> read_pair(const std::string& version, const Pair& pair) {
  Revision revision{.version = version, .description = {}, .role = Role::versioned, .paths = {}, .content = {}};
  std::vector<std::string> texts;
  for (const auto* names : {&pair.ups, &pair.downs}) {
    if (names->empty()) continue;
    const auto text = read_text(names->front());
    if (!text) return text.error();
    const bool up = names == &pair.ups;
    (up ? revision.content.up : revision.content.down) = read_section(names->front(), *text);
    if (up) revision.content.header = header_at(*text);
    revision.content.has_down |= !up;
    revision.paths.push_back(names->front());
    texts.push_back(*text);
  }
  revision.checksum = checksum_of(texts);
  return revision;
}

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  Directory directory{.path = listing.path, .format = &golang_migrate, .revisions = {}, .others = {}, .width = 6};
  std::map<std::string, Pair> pairs;
  std::map<std::string, std::string> titles;
  for (const std::string& name : listing.files) {
    if (!name.ends_with(".sql")) continue;
    const auto parts = parts_of_name(name);
    if (!parts) {
      leave_out(directory, name, "no-number", "its name is none that golang-migrate runs",
                "name it like 000001_description.up.sql", diagnostics);
      continue;
    }
    Pair& pair = pairs[parts->version];
    (parts->up ? pair.ups : pair.downs).push_back(below(listing.path, name));
    if (parts->up) titles[parts->version] = parts->title;
  }
  if (!pairs.empty()) directory.width = int(pairs.rbegin()->first.size());
  for (const auto& [version, pair] : pairs) {
    for (const auto* names : {&pair.ups, &pair.downs})
      if (names->size() > 1)
        diagnostics.push_back(about(Severity::error, (*names)[1], 0, "same-number",
                                    fmt::format("{} has the same number", names->front()),
                                    "give the newer one the next free number"));
    if (pair.ups.empty())
      diagnostics.push_back(about(Severity::error, pair.downs.front(), 0, "no-up", "no .up.sql file goes with it",
                                  "the tool would do nothing on the way up"));
    auto revision = read_pair(version, pair);
    if (!revision) return revision.error();
    revision->description = titles[version];
    directory.revisions.push_back(std::move(*revision));
  }
  sort_revisions(directory, diagnostics);
  return directory;
}

std::string body(const std::optional<Part>& part) { return part ? part->sql : "-- nothing to do in this part\n"; }

Result<std::vector<NewFile>> write(const Directory& directory, const Draft& draft) {
  std::vector<NewFile> files;
  const std::vector<Step> steps = steps_of(draft.content, false);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const std::string name = fmt::format("{}_{}", next_version(directory, int(i) + 1),
                                         step_name(safe_name(draft.description), i, steps.size()));
    const std::string up = body(steps[i].up), down = body(steps[i].down);
    files.push_back(
        {.name = name + ".up.sql", .text = step_header(draft.content.header, i, steps.size(), up, down) + up});
    files.push_back({.name = name + ".down.sql", .text = down});
  }
  return files;
}

}  // namespace

const Format golang_migrate = {
    .name = "golang-migrate", .recognises = recognises, .read = read, .write = write, .with_version = with_digits};

}  // namespace trueup::migrations
