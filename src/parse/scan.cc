#include "parse/scan.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace trueup::parse {

namespace {

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80) != 0; }

int skip_quoted(std::string_view text, int offset, char quote, bool escapes) {
  const int size = static_cast<int>(text.size());
  for (int i = offset + 1; i < size; ++i) {
    if (escapes && text[i] == '\\')
      ++i;
    else if (text[i] == quote)
      return i + 1;
  }
  return size;
}

int skip_block_comment(std::string_view text, int offset) {
  const int size = static_cast<int>(text.size());
  int depth = 1;
  int i = offset + 2;
  while (i < size && depth > 0) {
    if (text.substr(i, 2) == "/*") {
      ++depth;
      i += 2;
    } else if (text.substr(i, 2) == "*/") {
      --depth;
      i += 2;
    } else {
      ++i;
    }
  }
  return std::min(i, size);
}

int skip_dollar_quoted(std::string_view text, int offset) {
  std::size_t end = offset + 1;
  while (end < text.size() && is_word(text[end])) ++end;
  const bool parameter =
      end > static_cast<std::size_t>(offset) + 1 && std::isdigit(static_cast<unsigned char>(text[offset + 1]));
  if (end >= text.size() || text[end] != '$' || parameter) return offset + 1;
  const std::string_view tag = text.substr(offset, end + 1 - offset);
  const std::size_t close = text.find(tag, end + 1);
  return static_cast<int>(close == std::string_view::npos ? text.size() : close + tag.size());
}

int skip_word(std::string_view text, int offset) {
  const int size = static_cast<int>(text.size());
  int i = offset;
  while (i < size && (is_word(text[i]) || text[i] == '$')) ++i;
  const bool escape_string = i == offset + 1 && (text[offset] == 'E' || text[offset] == 'e');
  if (escape_string && i < size && text[i] == '\'') return skip_quoted(text, i, '\'', true);
  return i;
}

std::string upper(std::string_view word) {
  std::string text(word);
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::toupper(c); });
  return text;
}

// Follows what keeps a semicolon from ending a statement.
struct Nesting {
  int parentheses = 0;
  int blocks = 0;  // BEGIN ATOMIC … END and CASE … END inside it
  bool after_begin = false;

  void see(std::string_view token) {
    if (token == "(") ++parentheses;
    if (token == ")") parentheses = std::max(0, parentheses - 1);
    if (!is_word(token.front())) return;
    const std::string word = token.size() <= 6 ? upper(token) : std::string();
    if (word == "ATOMIC" && after_begin) blocks = 1;
    if (word == "CASE" && blocks > 0) ++blocks;
    if (word == "END" && blocks > 0) --blocks;
    after_begin = word == "BEGIN";
  }
};

}  // namespace

int skip_token(std::string_view text, int offset) {
  const char c = text[offset];
  const std::string_view two = text.substr(offset, 2);
  if (two == "--") return static_cast<int>(std::min(text.find('\n', offset), text.size()));
  if (two == "/*") return skip_block_comment(text, offset);
  if (c == '\'' || c == '"') return skip_quoted(text, offset, c, false);
  if (c == '$') return skip_dollar_quoted(text, offset);
  if (is_word(c)) return skip_word(text, offset);
  return offset + 1;
}

int skip_blank(std::string_view text, int offset) {
  const int size = static_cast<int>(text.size());
  while (offset < size) {
    const std::string_view two = text.substr(offset, 2);
    if (!std::isspace(static_cast<unsigned char>(text[offset])) && two != "--" && two != "/*") break;
    offset = skip_token(text, offset);
  }
  return offset;
}

std::vector<Extent> split_statements(std::string_view text) {
  std::vector<Extent> statements;
  const int size = static_cast<int>(text.size());
  int start = skip_blank(text, 0);
  Nesting nesting;
  const auto cut = [&](int end) {
    if (end > start) statements.push_back({.offset = start, .length = end - start});
    start = skip_blank(text, std::min(end + 1, size));
    nesting = {};
  };
  for (int i = start; i < size;) {
    const int next = skip_token(text, i);
    if (text[i] == ';' && nesting.parentheses == 0 && nesting.blocks == 0) {
      cut(i);
      i = start;
      continue;
    }
    if (!std::isspace(static_cast<unsigned char>(text[i]))) nesting.see(text.substr(i, next - i));
    i = next;
  }
  cut(size);
  return statements;
}

}  // namespace trueup::parse
