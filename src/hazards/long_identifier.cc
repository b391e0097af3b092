#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "hazards/look.h"
#include "parse/scan.h"

namespace trueup::hazards {

namespace {

constexpr int longest = 63;

/// Bytes of the name that a token is; 0 for any other token.
int name_length(std::string_view token) {
  if (token.front() == '"')
    return static_cast<int>(token.size()) - 2 -
           static_cast<int>(std::count(token.begin() + 1, token.end() - 1, '"')) / 2;
  const bool word =
      std::isalpha(static_cast<unsigned char>(token.front())) || token.front() == '_' || (token.front() & 0x80) != 0;
  return word && token.find('\'') == std::string_view::npos ? static_cast<int>(token.size()) : 0;
}

void check(const Scene& scene, Report& report) {
  const std::string_view text = scene.statement.parsed->text();
  for (int i = 0; i < static_cast<int>(text.size());) {
    const int next = parse::skip_token(text, i);
    const std::string_view token = text.substr(i, next - i);
    if (name_length(token) > longest)
      report.add_at_word(token.front() == '"' ? token.substr(1, token.size() - 2) : token,
                         fmt::format("a name of {} bytes is cut off after {}", name_length(token), longest));
    i = next;
  }
}

}  // namespace

const Hazard long_identifier = {.id = "long-identifier",
                                .level = Level::warning,
                                .title = "a name of more than 63 bytes",
                                .why = "PostgreSQL cuts it off without an error, and two names may become one",
                                .safe = "a shorter name",
                                .check = check};

}  // namespace trueup::hazards
