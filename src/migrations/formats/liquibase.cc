#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <regex>
#include <sstream>

#include "migrations/files.h"
#include "migrations/formats.h"
#include "migrations/formats/scripts.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

// Liquibase's formatted SQL: `--changeset author:id attribute:value …` begins a changeset, `--rollback SQL` lines lead
// back. The files run in the order in which a changelog beside them names them, else by name. Only read.

/// The line after "--", with one blank or none before the word; empty for any other line.
std::string_view directive(std::string_view line) {
  if (!line.starts_with("--")) return {};
  line.remove_prefix(2);
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
  return line;
}

bool is_formatted(const std::string& text) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);)
    if (line.find_first_not_of(" \t\r") != std::string::npos) return directive(line) == "liquibase formatted sql";
  return false;
}

bool is_changelog(std::string_view name) {
  return name.ends_with(".xml") || name.ends_with(".yaml") || name.ends_with(".yml") || name.ends_with(".json");
}

bool recognises(const Listing& listing) {
  for (const std::string& name : listing.files) {
    if (!name.ends_with(".sql")) continue;
    const auto text = read_text(below(listing.path, name));
    if (text && is_formatted(*text)) return true;
  }
  return false;
}

/// The SQL files in their order: those that a changelog names as it names them, then the others by name.
Result<std::vector<std::string>> files_in_order(const Listing& listing) {
  static const std::regex named(R"(file"?\s*[:=]\s*["']?([^"'\s,}]+\.sql))");
  std::vector<std::string> order;
  for (const std::string& name : listing.files) {
    if (!is_changelog(name)) continue;
    const auto text = read_text(below(listing.path, name));
    if (!text) return text.error();
    for (std::sregex_iterator found(text->begin(), text->end(), named), end; found != end; ++found) {
      const std::string file = std::filesystem::path((*found)[1].str()).filename().string();
      const bool here = std::find(listing.files.begin(), listing.files.end(), file) != listing.files.end();
      if (here && std::find(order.begin(), order.end(), file) == order.end()) order.push_back(file);
    }
  }
  for (const std::string& name : listing.files)
    if (name.ends_with(".sql") && std::find(order.begin(), order.end(), name) == order.end()) order.push_back(name);
  return order;
}

/// A changeset while it is read.
struct Changeset {
  std::string id;
  std::string attributes;
  int line = 0;
  std::string up;    ///< padded, so that its lines are lines of the file
  std::string down;  ///< what `--rollback` lines say
  int down_line = 0;
  bool has_down = false;
};

/// The value of `name:value` in a changeset's line; "" where it is not there.
std::string attribute(const std::string& attributes, const std::string& name) {
  std::istringstream words(attributes);
  for (std::string word; words >> word;)
    if (word.starts_with(name + ":")) return word.substr(name.size() + 1);
  return "";
}

/// Marks that need more than SQL, each with what it would change.
void name_unreadable(const std::string& path, const Changeset& changeset, Diagnostics& diagnostics) {
  for (const std::string name : {"context", "contextFilter", "labels", "dbms", "endDelimiter"})
    if (const std::string value = attribute(changeset.attributes, name);
        !value.empty() && !(name == "dbms" && value.find("postgresql") != std::string::npos))
      diagnostics.push_back(about(Severity::warning, path, changeset.line, "attribute",
                                  fmt::format("trueup reads the changeset {} whatever its {} says", changeset.id, name),
                                  "take it out of the directory where it is not meant to run"));
}

Section section(const std::string& path, const std::string& text, int line, bool transactional,
                Diagnostics& diagnostics) {
  Section read = script_section(path, text, line, diagnostics);
  if (!transactional)
    for (Segment& segment : read.segments) segment.transactional = false;
  return read;
}

Revision revision_of(const std::string& path, const Changeset& changeset, const std::string& checksum,
                     Diagnostics& diagnostics) {
  const bool transactional = attribute(changeset.attributes, "runInTransaction") != "false";
  const bool again = attribute(changeset.attributes, "runOnChange") == "true" ||
                     attribute(changeset.attributes, "runAlways") == "true";
  Revision revision{.version = changeset.id,
                    .description = std::filesystem::path(path).stem().string(),
                    .role = again ? Role::repeatable : Role::versioned,
                    .paths = {path}};
  name_unreadable(path, changeset, diagnostics);
  revision.content.up = section(path, changeset.up, changeset.line + 1, transactional, diagnostics);
  revision.content.down = section(path, changeset.down, changeset.down_line, transactional, diagnostics);
  revision.content.has_down = changeset.has_down;
  revision.checksum = checksum;
  return revision;
}

/// `--rollback SQL`, or the words that say that there is nothing to run.
void take_rollback(Changeset& changeset, std::string_view sql, int line) {
  changeset.has_down = true;
  if (sql == "empty" || sql == "not required" || sql.empty()) return;
  if (changeset.down_line == 0) changeset.down_line = line;
  changeset.down += std::string(sql) + "\n";
}

std::vector<Changeset> changesets_of(const std::string& path, const std::string& text, Diagnostics& diagnostics) {
  std::vector<Changeset> found;
  std::istringstream lines(text);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    std::string_view words = directive(line);
    const auto rest = [&](std::string_view word) {
      const std::string_view after = words.substr(word.size());
      return after.substr(std::min(after.find_first_not_of(" :"), after.size()));
    };
    if (words.starts_with("changeset ")) {
      std::string attributes(rest("changeset"));
      const std::string id = attributes.substr(0, attributes.find(' '));
      found.push_back({.id = id, .attributes = std::move(attributes), .line = number});
      continue;
    }
    if (found.empty()) continue;
    if (words.starts_with("rollback"))
      take_rollback(found.back(), rest("rollback"), number);
    else if (words.starts_with("precondition"))
      diagnostics.push_back(about(Severity::warning, path, number, "attribute",
                                  "trueup does not check preconditions: the changeset is read as one that runs",
                                  "take it out of the directory where it is not meant to run"));
    found.back().up += (words.starts_with("rollback") ? "" : line) + "\n";
  }
  return found;
}

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  Directory directory{.path = listing.path, .format = &liquibase, .revisions = {}, .others = {}};
  const auto files = files_in_order(listing);
  if (!files) return files.error();
  for (const std::string& name : *files) {
    const std::string path = below(listing.path, name);
    const auto text = read_text(path);
    if (!text) return text.error();
    if (!is_formatted(*text)) {
      leave_out(directory, name, "no-heading", "it is no formatted SQL",
                "its first line says `--liquibase formatted sql`", diagnostics);
      continue;
    }
    for (const Changeset& changeset : changesets_of(path, *text, diagnostics))
      directory.revisions.push_back(revision_of(path, changeset, checksum_of({changeset.up}), diagnostics));
  }
  std::stable_partition(directory.revisions.begin(), directory.revisions.end(),
                        [](const Revision& r) { return r.role != Role::repeatable; });
  return directory;
}

}  // namespace

const Format liquibase = {
    .name = "liquibase", .recognises = recognises, .read = read, .write = nullptr, .with_version = nullptr};

}  // namespace trueup::migrations
