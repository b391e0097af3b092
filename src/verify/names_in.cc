#include "verify/names_in.h"

#include <algorithm>
#include <cctype>

#include "parse/scan.h"

namespace trueup::verify {

namespace {

bool in_word(unsigned char c) { return std::isalnum(c) || c == '_' || c == '$' || c >= 0x80; }

/// The word that begins at `i`, which is moved behind it; "" where none begins there.
std::string take_word(std::string_view text, std::size_t& i) {
  std::string word;
  if (text[i] == '"') {
    const std::size_t end = std::min(text.find('"', i + 1), text.size());
    word = text.substr(i + 1, end - i - 1);
    i = std::min(end + 1, text.size());
    return word;
  }
  for (; i < text.size() && in_word(static_cast<unsigned char>(text[i])); ++i)
    word += static_cast<char>(std::tolower(static_cast<unsigned char>(text[i])));
  return word;
}

bool is_string(std::string_view token) {
  return token.starts_with('\'') || (token.starts_with('$') && token.size() > 3);
}

}  // namespace

void each_name(std::string_view text, const VisitName& visit) {
  std::string before;  // the word before a dot
  for (std::size_t i = 0; i < text.size();) {
    std::string word = take_word(text, i);
    if (word.empty()) {
      before.clear();
      if (i < text.size() && text[i] != '"') ++i;
      continue;
    }
    visit(before, word);
    before.clear();
    if (i + 1 < text.size() && text[i] == '.') {
      before = std::move(word);
      ++i;
    }
  }
}

void each_name_of_statement(std::string_view sql, const VisitName& visit) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < sql.size();) {
    const auto next = static_cast<std::size_t>(parse::skip_token(sql, static_cast<int>(i)));
    const std::string_view token = sql.substr(i, next - i);
    if (is_string(token) && token.find_first_of(" \n\t") != std::string_view::npos) {
      each_name(sql.substr(start, i - start), visit);
      start = next;
    }
    i = next;
  }
  each_name(sql.substr(std::min(start, sql.size())), visit);
}

}  // namespace trueup::verify
