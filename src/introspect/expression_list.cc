#include "introspect/expression_list.h"

#include <algorithm>

namespace trueup::introspect {

namespace {

/// The offset behind the quoted text at `at`. A string that begins with E'…' may hold backslashes.
std::size_t quoted_end(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool escapes = quote == '\'' && at > 0 && text[at - 1] == 'E';
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (escapes && text[i] == '\\')
      ++i;
    else if (text[i] == quote && i + 1 < text.size() && text[i + 1] == quote)
      ++i;
    else if (text[i] == quote)
      return i + 1;
  }
  return text.size();
}

bool opens(char c) { return c == '(' || c == '['; }
bool closes(char c) { return c == ')' || c == ']'; }

}  // namespace

std::size_t token_end(std::string_view text, std::size_t at) {
  if (text[at] == '\'' || text[at] == '"') return quoted_end(text, at);
  if (!opens(text[at])) return at + 1;
  std::size_t i = at + 1;
  while (i < text.size() && !closes(text[i])) i = token_end(text, i);
  return std::min(i + 1, text.size());
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> elements;
  for (std::size_t at = 0; at < text.size();) {
    while (at < text.size() && text[at] == ' ') ++at;
    const std::size_t end = std::min(find_outside(text, ",", at), text.size());
    elements.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return elements;
}

std::size_t find_outside(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t i = from; i < text.size(); i = token_end(text, i))
    if (text.substr(i).starts_with(word)) return i;
  return std::string_view::npos;
}

std::size_t expression_end(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && !opens(text[i])) i = token_end(text, i);
  return i < text.size() ? token_end(text, i) : text.size();
}

std::size_t identifier_end(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != ' ' && text[at] != ',' && !closes(text[at])) at = token_end(text, at);
  return at;
}

}  // namespace trueup::introspect
