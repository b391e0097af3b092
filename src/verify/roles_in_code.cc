#include "verify/roles_in_code.h"

#include <algorithm>
#include <cctype>
#include <vector>

namespace trueup::verify {

namespace {

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
}

/// The words of `text`, and what stands in double quotes. Words that something else than blanks separates have an empty
/// one between them.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (std::isspace(static_cast<unsigned char>(text[at]))) {
      ++at;
      continue;
    }
    if (text[at] == '"') {
      end = std::min(text.find('"', at + 1), text.size());
      words.emplace_back(text.substr(at + 1, end - at - 1));
      at = end + 1;
      continue;
    }
    while (end < text.size() && is_word(text[end])) ++end;
    words.emplace_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return words;
}

std::string lower(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(), [](unsigned char c) { return std::tolower(c); });
  return word;
}

}  // namespace

std::set<std::string> roles_in_code(std::string_view text) {
  std::set<std::string> roles;
  const std::vector<std::string> words = words_of(text);
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (lower(words[i]) != "create") continue;
    const std::string kind = lower(words[i + 1]);
    if ((kind == "role" || kind == "user" || kind == "group") && !words[i + 2].empty()) roles.insert(words[i + 2]);
  }
  return roles;
}

}  // namespace trueup::verify
