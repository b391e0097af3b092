#include "effects/words.h"

#include <cctype>

namespace trueup::effects {

namespace {

bool is_space(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
bool is_name(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.' || c == '$' || (c & 0x80) != 0;
}

/// The end of what begins at `at` with a quote.
std::size_t after_quoted(std::string_view sql, std::size_t at, bool backslashes) {
  const char quote = sql[at++];
  for (; at < sql.size(); ++at) {
    if (backslashes && sql[at] == '\\') {
      ++at;
    } else if (sql[at] == quote) {
      if (at + 1 < sql.size() && sql[at + 1] == quote) {
        ++at;
      } else {
        return at + 1;
      }
    }
  }
  return sql.size();
}

/// The end of a dollar-quoted text that begins at `at`; `at` itself where none does.
std::size_t after_dollars(std::string_view sql, std::size_t at) {
  const std::size_t end = sql.find('$', at + 1);
  if (end == std::string_view::npos) return at;
  const std::string_view tag = sql.substr(at, end + 1 - at);
  const std::size_t close = sql.find(tag, end + 1);
  return close == std::string_view::npos ? sql.size() : close + tag.size();
}

std::size_t after_word(std::string_view sql, std::size_t at);

std::size_t after_parentheses(std::string_view sql, std::size_t at) {
  for (++at; at < sql.size();) {
    if (sql[at] == ')') return at + 1;
    at = is_space(sql[at]) ? at + 1 : after_word(sql, at);
  }
  return at;
}

std::size_t after_word(std::string_view sql, std::size_t at) {
  const char c = sql[at];
  if (c == '(') return after_parentheses(sql, at);
  if (c == '\'') return after_quoted(sql, at, false);
  if ((c == 'E' || c == 'e') && at + 1 < sql.size() && sql[at + 1] == '\'') return after_quoted(sql, at + 1, true);
  if (c == '$')
    if (const std::size_t end = after_dollars(sql, at); end != at) return end;
  const std::size_t begin = at;
  while (at < sql.size() && (is_name(sql[at]) || sql[at] == '"'))
    at = sql[at] == '"' ? after_quoted(sql, at, false) : at + 1;
  return at == begin ? at + 1 : at;
}

}  // namespace

std::vector<std::string_view> words_of(std::string_view sql) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < sql.size();) {
    if (is_space(sql[at])) {
      ++at;
      continue;
    }
    const std::size_t end = after_word(sql, at);
    words.push_back(sql.substr(at, end - at));
    at = end;
  }
  return words;
}

std::size_t match(const std::vector<std::string_view>& words, std::string_view pattern) {
  std::size_t count = 0;
  while (!pattern.empty()) {
    const std::size_t space = pattern.find(' ');
    const std::string_view wanted = pattern.substr(0, space);
    if (count == words.size() || (wanted != "@" && wanted != words[count])) return 0;
    ++count;
    pattern = space == std::string_view::npos ? "" : pattern.substr(space + 1);
  }
  return count;
}

std::string unquoted(std::string_view name) {
  if (!name.starts_with('"')) return std::string(name);
  std::string text;
  for (std::size_t i = 1; i + 1 < name.size(); ++i) {
    text += name[i];
    if (name[i] == '"') ++i;
  }
  return text;
}

}  // namespace trueup::effects
