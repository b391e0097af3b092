#include "cli/lint_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <iterator>

#include "migrations/format.h"
#include "source/scripts.h"

namespace trueup::cli {

namespace {

namespace fs = std::filesystem;

/// What leads up, each segment on the lines where it stands in its file.
hazards::File file_of(const std::string& path, const std::vector<migrations::Segment>& segments, bool sets_timeouts) {
  hazards::File file{.script = {.name = path, .text = {}}, .parts = {}, .sets_timeouts = sets_timeouts};
  std::string& text = file.script.text;
  int line = 1;
  for (const migrations::Segment& segment : segments) {
    if (!text.empty() && text.back() != '\n') text += '\n', ++line;
    for (; line < segment.line; ++line) text += '\n';
    file.parts.push_back({.offset = static_cast<int>(text.size()), .transactional = segment.transactional});
    text += segment.sql;
    line += static_cast<int>(std::count(segment.sql.begin(), segment.sql.end(), '\n'));
  }
  return file;
}

bool is_trueups(const migrations::Format& format) { return format.name == "numbered"; }

hazards::File file_of(const migrations::Revision& revision, const migrations::Format& format) {
  return file_of(revision.path(), revision.content.up.segments, is_trueups(format));
}

hazards::File file_of(parse::Script script, Diagnostics& diagnostics) {
  if (!migrations::has_headings(script.text)) return {.script = std::move(script), .parts = {}};
  const migrations::File read = migrations::parse(script.text, script.name, diagnostics);
  return file_of(script.name, read.up.segments, true);
}

/// The format that a directory evidently has; nullptr for plain SQL files.
Result<const migrations::Format*> format_of(const migrations::Listing& listing, const std::string& named) {
  if (!named.empty()) return migrations::format_named(named);
  for (const migrations::Format* format : migrations::formats())
    if (format->name != "plain" && format->recognises(listing)) return format;
  return static_cast<const migrations::Format*>(nullptr);
}

/// Reads a directory and the folders below it into `groups`.
Result<void> add_directory(const std::string& path, const std::string& named, std::vector<LintGroup>& groups,
                           Diagnostics& diagnostics) {
  const auto listing = migrations::list(path, false);
  if (!listing) return listing.error();
  const auto format = format_of(*listing, named);
  if (!format) return format.error();
  LintGroup group;
  if (*format) {
    const auto directory = (*format)->read(*listing, diagnostics);
    if (!directory) return directory.error();
    for (const migrations::Revision& revision : directory->revisions) group.push_back(file_of(revision, **format));
  } else {
    for (const std::string& name : listing->files) {
      if (!name.ends_with(".sql")) continue;
      auto script = source::read_file((fs::path(path) / name).string());
      if (!script) return script.error();
      group.push_back(file_of(std::move(*script), diagnostics));
    }
    for (const std::string& folder : listing->folders)
      if (auto added = add_directory((fs::path(path) / folder).string(), named, groups, diagnostics); !added)
        return added;
  }
  if (!group.empty()) groups.push_back(std::move(group));
  return {};
}

/// The revision of the migrations directory around it that a file is; nullopt where it is none.
std::optional<hazards::File> revision_around(const std::string& path, const std::string& named,
                                             Diagnostics& diagnostics) {
  const fs::path folder = fs::path(path).parent_path();
  const auto listing = migrations::list(folder.empty() ? "." : folder.string(), false);
  if (!listing) return std::nullopt;
  const auto format = format_of(*listing, named);
  if (!format || !*format) return std::nullopt;
  Diagnostics of_all;
  const auto directory = (*format)->read(*listing, of_all);
  if (!directory) return std::nullopt;
  for (const migrations::Revision& revision : directory->revisions) {
    if (fs::path(revision.path()).filename() != fs::path(path).filename()) continue;
    for (Diagnostic& diagnostic : of_all)
      if (diagnostic.where.file == revision.path()) diagnostics.push_back(std::move(diagnostic));
    hazards::File file = file_of(revision, **format);
    file.script.name = path;
    return file;
  }
  return std::nullopt;
}

Result<hazards::File> read_one(const std::string& path, const std::string& format, Diagnostics& diagnostics) {
  if (auto file = revision_around(path, format, diagnostics)) return std::move(*file);
  auto script = source::read_file(path);
  if (!script) return script.error();
  return file_of(std::move(*script), diagnostics);
}

Result<LintGroup> read_standard_input(Diagnostics& diagnostics) {
  const std::string text((std::istreambuf_iterator<char>(std::cin)), std::istreambuf_iterator<char>());
  auto script = source::as_script("standard input", text);
  if (!script) return script.error();
  return LintGroup{file_of(std::move(*script), diagnostics)};
}

Result<LintGroup> read_pattern(const std::string& pattern, const std::string& format, Diagnostics& diagnostics) {
  const auto scripts = source::read_glob(pattern, diagnostics);
  if (!scripts) return scripts.error();
  LintGroup group;
  for (const parse::Script& script : *scripts) {
    auto file = read_one(script.name, format, diagnostics);
    if (!file) return file.error();
    group.push_back(std::move(*file));
  }
  return group;
}

}  // namespace

Result<std::vector<LintGroup>> read_lint_files(const std::string& named, const std::string& format,
                                               Diagnostics& diagnostics) {
  const auto one_group = [](Result<LintGroup> group) -> Result<std::vector<LintGroup>> {
    if (!group) return group.error();
    return std::vector<LintGroup>{std::move(*group)};
  };
  std::error_code error;
  if (named == "-") return one_group(read_standard_input(diagnostics));
  if (fs::is_directory(named, error)) {
    std::vector<LintGroup> groups;
    if (auto added = add_directory(named, format, groups, diagnostics); !added) return added.error();
    if (groups.empty())
      return Error{.message = fmt::format("no SQL in {}", named), .hint = "name files, or a directory of *.sql files"};
    return groups;
  }
  if (!fs::exists(named, error) && named.find_first_of("*?[{") != std::string::npos)
    return one_group(read_pattern(named, format, diagnostics));
  auto file = read_one(named, format, diagnostics);
  if (!file) return file.error();
  return std::vector<LintGroup>{{std::move(*file)}};
}

}  // namespace trueup::cli
