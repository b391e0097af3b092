#include "migrations/lexer.h"

#include <cctype>
#include <string>

namespace trueup::migrations {

namespace {

bool is_name_start(char c) { return std::isalpha(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); }
bool is_name(char c) { return is_name_start(c) || std::isdigit(static_cast<unsigned char>(c)) || c == '$'; }

/// After the closing `quote` of a quoted text that opens at `at`. A doubled quote does not close it.
std::size_t after_quoted(std::string_view sql, std::size_t at, bool backslashes) {
  const char quote = sql[at];
  for (++at; at < sql.size(); ++at) {
    if (backslashes && sql[at] == '\\') {
      ++at;
    } else if (sql[at] == quote) {
      if (at + 1 < sql.size() && sql[at + 1] == quote)
        ++at;
      else
        return at + 1;
    }
  }
  return sql.size();
}

/// After the dollar-quoted text that opens at `at`; `at` + 1 when none does ($1).
std::size_t after_dollars(std::string_view sql, std::size_t at) {
  std::size_t end = at + 1;
  if (end < sql.size() && is_name_start(sql[end]))
    while (end < sql.size() && is_name(sql[end]) && sql[end] != '$') ++end;
  if (end >= sql.size() || sql[end] != '$') return at + 1;
  const std::string_view tag = sql.substr(at, end + 1 - at);
  const auto close = sql.find(tag, end + 1);
  return close == std::string_view::npos ? sql.size() : close + tag.size();
}

std::size_t after_block_comment(std::string_view sql, std::size_t at) {
  int depth = 0;
  while (at < sql.size()) {
    if (sql.substr(at, 2) == "/*")
      ++depth, at += 2;
    else if (sql.substr(at, 2) == "*/") {
      at += 2;
      if (--depth == 0) return at;
    } else
      ++at;
  }
  return at;
}

enum class Token { blank, line_comment, block_comment, quoted, word, other };

/// The token of `sql` at `at`; moves `at` behind it.
Token next(std::string_view sql, std::size_t& at) {
  const char c = sql[at];
  if (sql.substr(at, 2) == "--") {
    at = std::min(sql.find('\n', at), sql.size());
    return Token::line_comment;
  }
  if (sql.substr(at, 2) == "/*") return at = after_block_comment(sql, at), Token::block_comment;
  if (c == '\'' || c == '"') return at = after_quoted(sql, at, false), Token::quoted;
  if ((c == 'e' || c == 'E') && at + 1 < sql.size() && sql[at + 1] == '\'')
    return at = after_quoted(sql, at + 1, true), Token::quoted;
  if (c == '$') return at = after_dollars(sql, at), Token::quoted;
  if (is_name_start(c)) {
    while (at < sql.size() && is_name(sql[at])) ++at;
    return Token::word;
  }
  ++at;
  return std::isspace(static_cast<unsigned char>(c)) ? Token::blank : Token::other;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.front()))) text.remove_prefix(1);
  while (!text.empty() && std::isspace(static_cast<unsigned char>(text.back()))) text.remove_suffix(1);
  return text;
}

std::string lowered(std::string_view word) {
  std::string out(word);
  for (char& c : out) c = char(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// Follows BEGIN ATOMIC … END through the words of a statement, CASE … END inside it included.
struct AtomicBody {
  bool after_begin = false;
  int depth = 0;

  void see(std::string_view word) {
    const std::string lower = lowered(word);
    if (depth == 0) {
      if (lower == "atomic" && after_begin) depth = 1;
    } else if (lower == "case" || lower == "begin") {
      ++depth;
    } else if (lower == "end") {
      --depth;
    }
    after_begin = lower == "begin";
  }
};

}  // namespace

std::vector<CommentLine> comment_lines(std::string_view sql) {
  std::vector<CommentLine> lines;
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t start = at;
    if (next(sql, at) != Token::line_comment) continue;
    const auto newline = start == 0 ? std::string_view::npos : sql.rfind('\n', start - 1);
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    if (!trimmed(sql.substr(begin, start - begin)).empty()) continue;
    lines.push_back(
        {.begin = begin, .end = std::min(at + 1, sql.size()), .text = trimmed(sql.substr(start + 2, at - start - 2))});
  }
  return lines;
}

std::vector<std::string_view> statements(std::string_view sql) {
  std::vector<std::string_view> found;
  std::size_t begin = 0;
  int parentheses = 0;
  bool holds_code = false;
  AtomicBody atomic;
  const auto cut = [&](std::size_t end) {
    if (holds_code) found.push_back(trimmed(sql.substr(begin, end - begin)));
    holds_code = false;
    parentheses = 0;
    atomic = {};
  };
  for (std::size_t at = 0; at < sql.size();) {
    const std::size_t start = at;
    const Token token = next(sql, at);
    if (token == Token::word) atomic.see(sql.substr(start, at - start));
    if (token == Token::other && sql[start] == '(') ++parentheses;
    if (token == Token::other && sql[start] == ')') --parentheses;
    if (token == Token::other && sql[start] == ';' && parentheses <= 0 && atomic.depth == 0) {
      cut(start);
      begin = at;
    } else {
      holds_code |= token == Token::word || token == Token::other || token == Token::quoted;
    }
  }
  cut(sql.size());
  return found;
}

}  // namespace trueup::migrations
