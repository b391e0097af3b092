#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "base/hash.h"
#include "migrations/file.h"
#include "migrations/lexer.h"

namespace trueup::migrations {

namespace {

/// The rest of `text` after `prefix`, compared without case; nullopt when it does not begin so.
std::optional<std::string_view> after(std::string_view text, std::string_view prefix) {
  const auto same = [](char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
  };
  if (text.size() < prefix.size() || !std::equal(prefix.begin(), prefix.end(), text.begin(), same)) return std::nullopt;
  text.remove_prefix(prefix.size());
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  return text;
}

int line_of(std::string_view text, std::size_t offset) {
  return 1 + int(std::count(text.begin(), text.begin() + std::ptrdiff_t(offset), '\n'));
}

Diagnostic wrong(const std::string& file, int line, std::string code, std::string message, std::string hint) {
  return {.severity = Severity::error,
          .code = std::move(code),
          .message = std::move(message),
          .where = {.file = file, .line = line, .column = line ? 1 : 0},
          .hint = std::move(hint),
          .excerpt = {}};
}

struct Heading {
  std::string name;
  CommentLine line;
};

std::vector<Heading> headings_of(std::string_view text) {
  std::vector<Heading> headings;
  for (const CommentLine& line : comment_lines(text))
    if (const auto name = after(line.text, "schema change:")) headings.push_back({std::string(*name), line});
  return headings;
}

}  // namespace

void read_header_line(std::string_view line, Header& header) {
  if (const auto v = after(line, "from:")) header.from = *v;
  if (const auto v = after(line, "to:")) header.to = *v;
  if (const auto v = after(line, "up sha-256:")) header.up_hash = *v;
  if (const auto v = after(line, "down sha-256:")) header.down_hash = *v;
  if (const auto v = after(line, "proven:")) header.proven = *v;
  if (const auto v = after(line, "imported:")) header.imported = *v;
  if (const auto v = after(line, "locks:")) header.locks.emplace_back(*v);
  if (const auto v = after(line, "destroys:"); v && *v != "nothing") header.destroys.emplace_back(*v);
}

std::vector<Segment> segments_of(std::string_view text, int line) {
  std::vector<Segment> segments;
  std::size_t begin = 0;
  bool transactional = true;
  const auto cut = [&](std::size_t end) {
    const std::string_view sql = text.substr(begin, end - begin);
    if (!statements(sql).empty())
      segments.push_back(
          {.transactional = transactional, .sql = std::string(sql), .line = line + line_of(text, begin) - 1});
  };
  for (const CommentLine& mark : comment_lines(text)) {
    const bool segment = after(mark.text, "trueup: segment").has_value();
    if (!segment && !after(mark.text, "trueup: no-transaction")) continue;
    cut(mark.begin);
    begin = mark.end;
    transactional = segment;
  }
  cut(text.size());
  return segments;
}

bool has_headings(std::string_view sql) { return !headings_of(sql).empty(); }

File parse(std::string_view text, const std::string& name, Diagnostics& diagnostics) {
  File file;
  const std::vector<Heading> headings = headings_of(text);
  const std::size_t first = headings.empty() ? text.size() : headings.front().line.begin;
  if (!statements(text.substr(0, first)).empty())
    diagnostics.push_back(wrong(name, 1, "no-heading", "statements without a heading above them",
                                "put them below a line `-- Schema Change: Up`"));
  for (const CommentLine& line : comment_lines(text.substr(0, first))) {
    if (const auto version = after(line.text, "trueup migration, format"); version && *version != "1")
      diagnostics.push_back(wrong(name, line_of(text, line.begin), "unknown-format",
                                  fmt::format("format {} is newer than this trueup reads (1)", *version),
                                  "update trueup"));
    read_header_line(line.text, file.header);
  }
  bool seen_up = false;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const auto& [title, line] = headings[i];
    const bool up = after(title, "up").has_value();
    const bool down = after(title, "down").has_value();
    if ((!up && !down) || (up && seen_up) || (down && file.has_down)) {
      diagnostics.push_back(
          wrong(name, line_of(text, line.begin), "heading",
                fmt::format("{} heading `Schema Change: {}`", up || down ? "a second" : "unknown", title),
                "a file has one `-- Schema Change: Up` and one `-- Schema Change: Down`"));
      continue;
    }
    const std::size_t end = i + 1 < headings.size() ? headings[i + 1].line.begin : text.size();
    const std::string_view body = text.substr(line.end, end - line.end);
    Section& section = up ? file.up : file.down;
    section = {.text = std::string(body), .segments = segments_of(body, line_of(text, line.end)), .path = name};
    (up ? seen_up : file.has_down) = true;
  }
  if (!seen_up && !has_errors(diagnostics))
    diagnostics.push_back(wrong(name, 0, "no-heading", "no line `-- Schema Change: Up` in it",
                                "a migration file has a section below `-- Schema Change: Up`, and one below "
                                "`-- Schema Change: Down`"));
  return file;
}

std::string body_hash(std::string_view text) {
  std::string normal;
  for (const char c : text)
    if (c != '\r') normal += c;
  const auto first = normal.find_first_not_of(" \t\n");
  if (first == std::string::npos) return sha256_hex("");
  const auto last = normal.find_last_not_of(" \t\n");
  return sha256_hex(std::string_view(normal).substr(first, last + 1 - first));
}

Standing standing(const File& file) {
  if (file.header.up_hash.empty() && file.header.down_hash.empty()) return Standing::by_hand;
  const bool same =
      body_hash(file.up.text) == file.header.up_hash && body_hash(file.down.text) == file.header.down_hash;
  return same ? Standing::intact : Standing::edited;
}

}  // namespace trueup::migrations
