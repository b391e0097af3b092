#include "migrations/formats/marked.h"

#include <fmt/format.h>

#include <algorithm>

#include "migrations/files.h"
#include "migrations/lexer.h"
#include "migrations/steps.h"

namespace trueup::migrations {

namespace {

/// A mark where it stands.
struct Placed {
  Mark mark;
  CommentLine line;
};

std::vector<Placed> marks_in(std::string_view text, ReadMark read_mark) {
  std::vector<Placed> marks;
  for (const CommentLine& line : comment_lines(text))
    if (const auto mark = read_mark(line.text)) marks.push_back({*mark, line});
  return marks;
}

bool is_section(const Placed& placed) {
  return placed.mark.what == Mark::What::up || placed.mark.what == Mark::What::down;
}

int line_at(std::string_view text, std::size_t offset) {
  return 1 + int(std::count(text.begin(), text.begin() + std::ptrdiff_t(offset), '\n'));
}

File parse_marked(const std::string& path, std::string_view text, ReadMark read_mark, std::string_view up_mark,
                  Diagnostics& diagnostics) {
  File file;
  file.header = header_at(text);
  std::vector<Placed> sections = marks_in(text, read_mark);
  const bool outside = std::any_of(sections.begin(), sections.end(),
                                   [](const Placed& p) { return p.mark.what == Mark::What::no_transaction; });
  std::erase_if(sections, [](const Placed& p) { return !is_section(p); });
  bool seen_up = false;
  const std::size_t first = sections.empty() ? text.size() : sections.front().line.begin;
  if (!statements(text.substr(0, first)).empty())
    diagnostics.push_back(about(Severity::error, path, 1, "no-heading", "statements without a heading above them",
                                fmt::format("put them below a line `{}`", up_mark)));
  for (std::size_t i = 0; i < sections.size(); ++i) {
    const auto& [mark, line] = sections[i];
    const bool up = mark.what == Mark::What::up;
    if (up ? seen_up : file.has_down) {
      diagnostics.push_back(about(Severity::error, path, line_at(text, line.begin), "heading",
                                  fmt::format("a second heading `{}`", line.text), "a file has one of each"));
      continue;
    }
    const std::size_t end = i + 1 < sections.size() ? sections[i + 1].line.begin : text.size();
    (up ? file.up : file.down) = section_at(path, text, line.end, end, mark.transactional && !outside);
    (up ? seen_up : file.has_down) = true;
  }
  if (!seen_up && !has_errors(diagnostics))
    diagnostics.push_back(about(Severity::error, path, 0, "no-heading", fmt::format("no line `{}` in it", up_mark),
                                fmt::format("a migration has a section below `{}`", up_mark)));
  return file;
}

}  // namespace

std::optional<NumberedName> numbered_name(std::string_view name) {
  const std::string_view digits = leading_digits(name);
  if (digits.empty() || !name.ends_with(".sql") || !name.substr(digits.size()).starts_with('_')) return std::nullopt;
  return NumberedName{.version = std::string(digits),
                      .description = std::string(name.substr(digits.size() + 1, name.size() - digits.size() - 5))};
}

bool has_marks(const Listing& listing, ReadMark read_mark) {
  for (const std::string& name : listing.files) {
    if (!numbered_name(name)) continue;
    const auto text = read_text(below(listing.path, name));
    if (!text) continue;
    const auto marks = marks_in(*text, read_mark);
    if (std::any_of(marks.begin(), marks.end(), is_section)) return true;
  }
  return false;
}

Result<Directory> read_marked(const Listing& listing, Directory directory, ReadMark read_mark, std::string_view up_mark,
                              Diagnostics& diagnostics) {
  int width = 0;
  for (const std::string& name : listing.files) {
    if (!name.ends_with(".sql")) continue;
    const auto parts = numbered_name(name);
    if (!parts) {
      leave_out(directory, name, "no-number", "its name begins with no number", "name it like 00001_description.sql",
                diagnostics);
      continue;
    }
    const std::string path = below(listing.path, name);
    const auto text = read_text(path);
    if (!text) return text.error();
    width = std::max(width, int(parts->version.size()));
    directory.revisions.push_back({.version = parts->version,
                                   .description = parts->description,
                                   .role = Role::versioned,
                                   .paths = {path},
                                   .content = parse_marked(path, *text, read_mark, up_mark, diagnostics),
                                   .checksum = checksum_of({*text})});
  }
  if (width != 0) directory.width = width;
  sort_revisions(directory, diagnostics);
  return directory;
}

Result<void> refuse_marks(std::string_view sql, std::string_view tool, std::string_view word) {
  for (std::size_t at = 0; at < sql.size();) {
    const auto end = std::min(sql.find('\n', at), sql.size());
    std::string_view line = sql.substr(at, end - at);
    at = end + 1;
    line.remove_prefix(std::min(line.find_first_not_of(" \t\r"), line.size()));
    if (line.starts_with("--") && line.find(word) != std::string_view::npos)
      return Error{.message = fmt::format("{} would take this line of a statement for one of its own: {}", tool, line),
                   .hint = "write that line of the schema's text (a function's body, say) in another way"};
  }
  return {};
}

}  // namespace trueup::migrations
