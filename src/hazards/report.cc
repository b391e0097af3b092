#include "hazards/scene.h"
#include "parse/scan.h"

namespace trueup::hazards {

static void add_finding(std::vector<Finding>& findings, const Hazard& hazard, int offset, std::string message,
                        std::string safe) {
  findings.push_back({.hazard = &hazard,
                      .message = std::move(message),
                      .safe = safe.empty() ? std::string(hazard.safe) : std::move(safe),
                      .offset = offset});
}

void Report::add(std::string message, std::string safe) {
  add_finding(findings_, hazard_, statement_.parsed->offset, std::move(message), std::move(safe));
}

void Report::add_at(int location, std::string message, std::string safe) {
  const int offset = location < 0 ? statement_.parsed->offset : statement_.parsed->base + location;
  add_finding(findings_, hazard_, offset, std::move(message), std::move(safe));
}

static bool names(std::string_view token, std::string_view word) {
  if (token.size() == word.size() + 2 && token.front() == '"') token = token.substr(1, word.size());
  if (token.size() != word.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (std::tolower(static_cast<unsigned char>(token[i])) != std::tolower(static_cast<unsigned char>(word[i])))
      return false;
  return true;
}

void Report::add_at_word(std::string_view word, std::string message, std::string safe) {
  const parse::Statement& parsed = *statement_.parsed;
  const std::string_view text = parsed.text();
  int offset = 0;
  while (offset < parsed.length) {
    const int next = parse::skip_token(text, offset);
    if (names(text.substr(offset, next - offset), word)) break;
    offset = next;
  }
  const bool found = offset < parsed.length;
  add_finding(findings_, hazard_, parsed.offset + (found ? offset : 0), std::move(message), std::move(safe));
}

}  // namespace trueup::hazards
