#include "migrations/manifest.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <sstream>

#include "migrations/directory.h"
#include "migrations/files.h"

namespace trueup::migrations {

namespace {

constexpr std::string_view mark = "sha256:";
constexpr std::string_view heading =
    "# Written by trueup. Where git reports a conflict here, two branches added a migration: run `trueup migrate "
    "rebase`.\n";

std::string file_of(const Directory& directory, const Revision& revision) {
  return std::filesystem::path(revision.path()).lexically_relative(directory.path).string();
}

std::string version_of(const Revision& revision) {
  return revision.role == Role::repeatable ? "-"
         : revision.role == Role::baseline ? "B" + revision.version
                                           : revision.version;
}

std::string line_of(const Directory& directory, const Revision& revision) {
  return fmt::format("{} {}{} {}\n", version_of(revision), mark, revision.checksum, file_of(directory, revision));
}

/// "version sha256:… file"; nullopt for anything else.
std::optional<ManifestLine> parse_line(const std::string& text, int number) {
  std::istringstream words(text);
  ManifestLine line{.version = {}, .checksum = {}, .file = {}, .line = number};
  words >> line.version >> line.checksum >> std::ws;
  std::getline(words, line.file);
  while (!line.file.empty() && line.file.back() == '\r') line.file.pop_back();
  if (!line.checksum.starts_with(mark) || line.file.empty()) return std::nullopt;
  line.checksum.erase(0, mark.size());
  return line;
}

bool is_conflict(std::string_view line) {
  return line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>") ||
         line.starts_with("|||||||");
}

}  // namespace

Result<std::optional<Manifest>> read_manifest(const std::string& directory, Diagnostics& diagnostics) {
  Manifest manifest{.path = below(directory, manifest_name), .lines = {}};
  std::error_code ignored;
  if (!std::filesystem::exists(manifest.path, ignored)) return std::optional<Manifest>();
  const auto text = read_text(manifest.path);
  if (!text) return text.error();
  std::istringstream lines(*text);
  int number = 0;
  bool conflict = false;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.empty() || line == "\r" || line.starts_with('#')) continue;
    if (is_conflict(line)) {
      if (!conflict)
        diagnostics.push_back(about(Severity::error, manifest.path, number, "manifest-conflict",
                                    "two branches both added revisions",
                                    "`trueup migrate rebase` numbers those that are not applied anew, and writes this "
                                    "file"));
      conflict = true;
      continue;
    }
    if (auto parsed = parse_line(line, number))
      manifest.lines.push_back(std::move(*parsed));
    else
      diagnostics.push_back(about(Severity::error, manifest.path, number, "manifest-line", "no line of a manifest",
                                  "`trueup migrate sum` writes it anew"));
  }
  return std::optional(std::move(manifest));
}

std::string manifest_text(const Directory& directory) {
  std::string text(heading);
  for (const Revision& revision : directory.revisions) text += line_of(directory, revision);
  return text;
}

std::string extended_text(const Manifest& manifest, const Directory& directory, const std::vector<std::string>& added) {
  std::string text(heading);
  for (const ManifestLine& line : manifest.lines)
    text += fmt::format("{} {}{} {}\n", line.version, mark, line.checksum, line.file);
  for (const Revision& revision : directory.revisions)
    if (std::find(added.begin(), added.end(), revision.path()) != added.end()) text += line_of(directory, revision);
  return text;
}

Result<void> write_manifest(const Directory& directory) {
  return replace_file(below(directory.path, manifest_name), manifest_text(directory));
}

void check_manifest(const Directory& directory, const Manifest& manifest, Diagnostics& diagnostics) {
  constexpr const char* accept = "if that is meant, `trueup migrate sum` takes it over";
  std::map<std::string, const ManifestLine*> named;
  for (const ManifestLine& line : manifest.lines) named[line.file] = &line;
  int last = 0;
  for (const Revision& revision : directory.revisions) {
    const auto found = named.find(file_of(directory, revision));
    if (found == named.end()) {
      diagnostics.push_back(about(Severity::error, revision.path(), 0, "not-in-manifest",
                                  fmt::format("{} does not name it", manifest_name), accept));
      continue;
    }
    const ManifestLine& line = *found->second;
    if (line.checksum != revision.checksum)
      diagnostics.push_back(about(Severity::error, revision.path(), 0, "changed",
                                  fmt::format("changed since {} was written", manifest_name), accept));
    // A repeatable one runs last whenever it was added.
    if (line.line < last && revision.role != Role::repeatable)
      diagnostics.push_back(about(Severity::error, manifest.path, line.line, "manifest-order",
                                  fmt::format("{} stands in another place than it runs in", line.file), accept));
    if (revision.role != Role::repeatable) last = std::max(last, line.line);
    named.erase(found);
  }
  for (const auto& [file, line] : named)
    diagnostics.push_back(about(Severity::error, manifest.path, line->line, "missing-file",
                                fmt::format("{} is not there", file), "bring it back; " + std::string(accept)));
}

Result<void> check_manifest(const Directory& directory, Diagnostics& diagnostics) {
  const auto manifest = read_manifest(directory.path, diagnostics);
  if (!manifest) return manifest.error();
  if (*manifest) check_manifest(directory, **manifest, diagnostics);
  return {};
}

}  // namespace trueup::migrations
