#include "apply/tokens.h"

#include <algorithm>
#include <cctype>

namespace trueup::apply {

namespace {

bool begins_word(unsigned char c) { return std::isalpha(c) || c == '_' || c >= 0x80; }
bool continues_word(unsigned char c) { return begins_word(c) || std::isdigit(c) || c == '$'; }

/// Where the comment or blank at `at` ends; `at` itself where there is none.
std::size_t skip_blank(std::string_view sql, std::size_t at) {
  if (std::isspace(static_cast<unsigned char>(sql[at]))) return at + 1;
  if (sql.substr(at).starts_with("--")) return std::min(sql.find('\n', at), sql.size());
  if (!sql.substr(at).starts_with("/*")) return at;
  std::size_t depth = 0;
  for (; at < sql.size(); ++at) {
    if (sql.substr(at).starts_with("/*"))
      ++depth, ++at;
    else if (sql.substr(at).starts_with("*/") && (++at, --depth == 0))
      return at + 1;
  }
  return sql.size();
}

/// Behind the quote that ends what begins at `at`; doubled ones, and with `escapes` backslashed ones, do not end it.
std::size_t end_of_quoted(std::string_view sql, std::size_t at, bool escapes) {
  const char quote = sql[at];
  for (++at; at < sql.size(); ++at) {
    if (escapes && sql[at] == '\\')
      ++at;
    else if (sql[at] == quote) {
      if (at + 1 == sql.size() || sql[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return sql.size();
}

/// Behind the dollar-quoted string at `at`; `at` itself where there is none.
std::size_t end_of_dollars(std::string_view sql, std::size_t at) {
  std::size_t end = at + 1;
  while (end < sql.size() && continues_word(static_cast<unsigned char>(sql[end])) && sql[end] != '$') ++end;
  if (end >= sql.size() || sql[end] != '$') return at;
  const std::string_view tag = sql.substr(at, end + 1 - at);
  if (tag.size() > 2 && std::isdigit(static_cast<unsigned char>(tag[1]))) return at;
  const auto close = sql.find(tag, end + 1);
  return close == std::string_view::npos ? sql.size() : close + tag.size();
}

Token token_at(std::string_view sql, std::size_t at) {
  const auto piece = [&](Token::Form form, std::size_t end) {
    const std::string_view source = sql.substr(at, end - at);
    return Token{.form = form, .text = std::string(source), .source = source};
  };
  const char c = sql[at];
  if (c == '\'') return piece(Token::Form::string, end_of_quoted(sql, at, false));
  if (c == '"') return piece(Token::Form::quoted, end_of_quoted(sql, at, false));
  if (c == '$')
    if (const std::size_t end = end_of_dollars(sql, at); end != at) return piece(Token::Form::string, end);
  if (!begins_word(static_cast<unsigned char>(c))) return piece(Token::Form::other, at + 1);
  std::size_t end = at + 1;
  if ((c == 'E' || c == 'e') && end < sql.size() && sql[end] == '\'')
    return piece(Token::Form::string, end_of_quoted(sql, end, true));
  while (end < sql.size() && continues_word(static_cast<unsigned char>(sql[end]))) ++end;
  Token word = piece(Token::Form::word, end);
  for (char& letter : word.text) letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  return word;
}

}  // namespace

std::vector<Token> tokens(std::string_view sql, std::size_t limit) {
  std::vector<Token> all;
  for (std::size_t at = 0; at < sql.size() && all.size() < limit;) {
    if (const std::size_t behind = skip_blank(sql, at); behind != at) {
      at = behind;
      continue;
    }
    all.push_back(token_at(sql, at));
    at += all.back().source.size();
  }
  return all;
}

}  // namespace trueup::apply
