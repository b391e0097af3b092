#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "migrations/files.h"
#include "migrations/formats.h"
#include "migrations/formats/scripts.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

// Sqitch: sqitch.plan names the changes in order, deploy/NAME.sql leads up and revert/NAME.sql back. A change that was
// reworked is there twice: the older one's scripts are kept as NAME@TAG.sql. Only read.

bool recognises(const Listing& listing) {
  return std::find(listing.files.begin(), listing.files.end(), "sqitch.plan") != listing.files.end();
}

/// A line of the plan that is a change or a tag.
struct Entry {
  std::string name;
  int line = 0;
  bool tag = false;
};

std::vector<Entry> entries_of(const std::string& plan) {
  std::vector<Entry> entries;
  std::istringstream lines(plan);
  int number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin == std::string::npos || line[begin] == '#' || line[begin] == '%') continue;
    const bool tag = line[begin] == '@';
    std::string name = line.substr(begin + (tag ? 1 : 0));
    name.resize(std::min(name.find_first_of(" \t\r["), name.size()));
    entries.push_back({.name = std::move(name), .line = number, .tag = tag});
  }
  return entries;
}

/// The script's name of each change: its own, or for one that comes again later NAME@TAG with the next tag there is.
std::string script_of(const std::vector<Entry>& entries, std::size_t i) {
  std::string tag;
  for (std::size_t j = i + 1; j < entries.size(); ++j) {
    if (entries[j].tag && tag.empty()) tag = entries[j].name;
    if (!entries[j].tag && entries[j].name == entries[i].name) return entries[i].name + "@" + tag;
  }
  return entries[i].name;
}

Result<Revision> read_change(const Listing& listing, const std::string& name, const std::string& script,
                             Diagnostics& diagnostics) {
  Revision revision{.version = script, .description = name, .role = Role::versioned, .paths = {}};
  std::vector<std::string> texts;
  for (const bool up : {true, false}) {
    const std::string path = below(listing.path, fmt::format("{}/{}.sql", up ? "deploy" : "revert", script));
    std::error_code ignored;
    if (!up && !std::filesystem::exists(path, ignored)) continue;
    const auto text = read_text(path);
    if (!text) return text.error();
    (up ? revision.content.up : revision.content.down) = script_section(path, *text, 1, diagnostics);
    revision.content.has_down |= !up;
    revision.paths.push_back(path);
    texts.push_back(*text);
  }
  revision.checksum = checksum_of(texts);
  return revision;
}

Result<Directory> read(const Listing& listing, Diagnostics& diagnostics) {
  Directory directory{.path = listing.path, .format = &sqitch, .revisions = {}, .others = {}};
  const auto plan = read_text(below(listing.path, "sqitch.plan"));
  if (!plan) return plan.error();
  const std::vector<Entry> entries = entries_of(*plan);
  for (std::size_t i = 0; i < entries.size(); ++i) {
    if (entries[i].tag) continue;
    auto revision = read_change(listing, entries[i].name, script_of(entries, i), diagnostics);
    if (!revision) {
      diagnostics.push_back(about(Severity::error, below(listing.path, "sqitch.plan"), entries[i].line, "no-script",
                                  revision.error().message, "the plan names a change whose script is missing"));
      continue;
    }
    directory.revisions.push_back(std::move(*revision));
  }
  return directory;
}

}  // namespace

const Format sqitch = {
    .name = "sqitch", .recognises = recognises, .read = read, .write = nullptr, .with_version = nullptr};

}  // namespace trueup::migrations
