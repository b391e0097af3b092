#include "migrations/import.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "migrations/files.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

/// The comments above a statement without those that only mean something to the tool they were written for.
std::string own_comments(std::string_view comments) {
  constexpr std::string_view foreign[] = {"+goose", "migrate:", "trueup:", "Schema Change:"};
  std::string kept;
  for (std::size_t at = 0; at < comments.size();) {
    const auto end = std::min(comments.find('\n', at), comments.size());
    std::string_view line = comments.substr(at, end - at);
    at = end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto is_foreign = [&](std::string_view word) { return line.find(word) != std::string_view::npos; };
    if (line.starts_with("--") && std::none_of(std::begin(foreign), std::end(foreign), is_foreign))
      kept += std::string(line) + "\n";
  }
  return kept;
}

/// The same statements as a section of trueup's own.
Section section_of(const Section& from) {
  Section section;
  for (const Segment& segment : from.segments) {
    std::string sql;
    for (const std::string_view statement : statements(segment.sql)) {
      const auto [comments, code] = without_leading_comments(statement);
      sql += own_comments(comments) + std::string(code) + ";\n";
    }
    append_segment(section, segment.transactional, std::move(sql));
  }
  return section;
}

/// Whether a revision is read only together with the one it names (alembic).
bool follows_by_name(const Directory& directory) { return directory.format->with_version == nullptr; }

/// What was written just now. By itself, where that can be: reading the whole directory each time would cost its
/// square.
Result<Directory> read_back(const Directory& directory, const std::vector<std::string>& paths) {
  Diagnostics diagnostics;
  if (follows_by_name(directory))
    return read(directory.path, {.format = std::string(directory.format->name), .may_be_missing = false}, diagnostics);
  Listing written{.path = directory.path, .files = {}, .folders = {}};
  for (const std::string& path : paths)
    written.files.push_back(std::filesystem::path(path).lexically_relative(directory.path).string());
  std::sort(written.files.begin(), written.files.end());
  return directory.format->read(written, diagnostics);
}

}  // namespace

std::vector<Draft> drafts_of(const Directory& directory) {
  std::vector<Draft> drafts;
  for (const Revision* revision : from_nothing(directory)) {
    Draft draft{.description = revision->description, .content = {}};
    if (draft.description.empty()) draft.description = revision->version;
    draft.content.header.from = revision->content.header.from;
    draft.content.header.to = revision->content.header.to;
    draft.content.header.destroys = revision->content.header.destroys;
    draft.content.header.proven = "no: imported";
    draft.content.header.imported =
        fmt::format("{} {}", directory.format->name,
                    revision->role == Role::repeatable ? revision->description : revision->version);
    draft.content.up = section_of(revision->content.up);
    draft.content.down = section_of(revision->content.down);
    draft.content.has_down = revision->content.has_down;
    drafts.push_back(std::move(draft));
  }
  return drafts;
}

Result<std::vector<std::string>> write_all(Directory directory, const std::vector<Draft>& drafts) {
  std::vector<std::string> all;
  for (const Draft& draft : drafts) {
    const auto paths = write_next(directory, draft);
    if (!paths) return paths.error();
    all.insert(all.end(), paths->begin(), paths->end());
    auto read = read_back(directory, *paths);
    if (!read) return read.error();
    if (directory.revisions.empty()) directory.width = read->width;
    if (follows_by_name(directory))
      directory.revisions = std::move(read->revisions);
    else
      for (Revision& revision : read->revisions) directory.revisions.push_back(std::move(revision));
  }
  return all;
}

}  // namespace trueup::migrations
