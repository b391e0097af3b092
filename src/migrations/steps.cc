#include "migrations/steps.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

#include "migrations/lexer.h"

namespace trueup::migrations {

namespace {

constexpr std::string_view first_line = "-- trueup migration, format";

std::string with_line_end(std::string_view text) {
  std::string out(text);
  while (!out.empty() && std::isspace(static_cast<unsigned char>(out.back()))) out.pop_back();
  return out + "\n";
}

/// The next line of `text` at `at`, without its end; moves `at` behind it.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const auto end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  if (line.ends_with('\r')) line.remove_suffix(1);
  at = std::min(end + 1, text.size());
  return line;
}

}  // namespace

std::vector<Part> parts_of(const Section& section) {
  std::vector<Part> parts;
  for (const Segment& segment : section.segments) {
    if (segment.transactional) {
      parts.push_back({.transactional = true, .sql = with_line_end(segment.sql)});
      continue;
    }
    for (const std::string_view statement : statements(segment.sql))
      parts.push_back({.transactional = false, .sql = std::string(statement) + ";\n"});
  }
  return parts;
}

std::vector<Step> steps_of(const File& content, bool alike) {
  std::vector<Part> ups = parts_of(content.up), downs = parts_of(content.down);
  std::reverse(downs.begin(), downs.end());
  std::vector<Step> steps;  // from the last to the first
  while (!ups.empty() || !downs.empty()) {
    Step step;
    if (!ups.empty()) step.up = std::move(ups.back());
    const bool together = !alike || !step.up || downs.empty() || step.up->transactional == downs.back().transactional;
    if (!downs.empty() && together) step.down = std::move(downs.back());
    if (step.up) ups.pop_back();
    if (step.down) downs.pop_back();
    steps.push_back(std::move(step));
  }
  if (steps.empty()) steps.emplace_back();
  std::reverse(steps.begin(), steps.end());
  return steps;
}

std::string step_header(const Header& header, std::size_t i, std::size_t count, std::string_view up,
                        std::string_view down) {
  if (header == Header{}) return "";
  Header own = header;
  own.up_hash = body_hash(up);
  own.down_hash = body_hash(down);
  if (i != 0) own.from.clear(), own.destroys.clear();
  if (i + 1 != count) own.to.clear();
  std::string text = header_text(own, "-- ");
  if (i != 0) text.erase(text.find("-- Destroys: nothing\n"), std::string_view("-- Destroys: nothing\n").size());
  if (count != 1) text += fmt::format("-- Part {} of {}: apply all of them, or revert all of them\n", i + 1, count);
  return text + "\n";
}

std::string step_name(const std::string& description, std::size_t i, std::size_t count) {
  return count == 1 ? description : fmt::format("{}_{}", description, i + 1);
}

Section section_at(const std::string& path, std::string_view text, std::size_t begin, std::size_t end,
                   bool transactional) {
  const std::string_view body = text.substr(begin, end - begin);
  Section section{.text = std::string(body), .segments = {}, .path = path};
  const auto line = 1 + std::count(text.begin(), text.begin() + std::ptrdiff_t(begin), '\n');
  if (!statements(body).empty())
    section.segments.push_back({.transactional = transactional, .sql = section.text, .line = int(line)});
  return section;
}

std::size_t after_header(std::string_view text) {
  if (!text.starts_with(first_line)) return 0;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t start = at;
    if (!take_line(text, at).starts_with("--")) return start;
  }
  return at;
}

Header header_at(std::string_view text) {
  Header header;
  const std::string_view lines = text.substr(0, after_header(text));
  for (std::size_t at = 0; at < lines.size();) {
    std::string_view line = take_line(lines, at);
    line.remove_prefix(std::min(line.find_first_not_of("- "), line.size()));
    read_header_line(line, header);
  }
  return header;
}

bool refuses_transaction(std::string_view statement) {
  static const std::regex refused(
      R"((create\s+(unique\s+)?index\s+concurrently|drop\s+index\s+concurrently|)"
      R"(reindex\s+(\([^)]*\)\s*)?((table|index|schema|database|system)\s+)?concurrently|reindex\s+(database|system)|)"
      R"(vacuum|alter\s+system|(create|drop)\s+database|(create|drop)\s+tablespace|)"
      R"(alter\s+table\s[^;]*\bdetach\s+partition\s[^;]*\bconcurrently)\b)",
      std::regex::icase | std::regex::optimize);
  const std::string_view sql = without_leading_comments(statement).sql;
  const auto end = sql.begin() + std::ptrdiff_t(std::min<std::size_t>(sql.size(), 400));
  return std::regex_search(sql.begin(), end, refused, std::regex_constants::match_continuous);
}

bool any_refuses_transaction(std::string_view sql) {
  const auto all = statements(sql);
  return std::any_of(all.begin(), all.end(), refuses_transaction);
}

Commented without_leading_comments(std::string_view statement) {
  std::size_t at = 0;
  while (at < statement.size()) {
    const std::size_t start = at;
    std::string_view line = take_line(statement, at);
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.empty() && !line.starts_with("--"))
      return {.comments = statement.substr(0, start), .sql = statement.substr(start)};
  }
  return {.comments = statement, .sql = {}};
}

}  // namespace trueup::migrations
