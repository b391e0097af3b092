#include "model/foreign.h"

#include <algorithm>
#include <cctype>

#include "base/hash.h"

namespace trueup {

const std::vector<std::string>& secret_words() {
  static const std::vector<std::string> words = {"password", "passwd",     "passcode",   "passphrase",
                                                 "secret",   "token",      "credential", "api_key",
                                                 "apikey",   "access_key", "private_key"};
  return words;
}

bool is_secret_option(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (lower == "password_required") return false;
  const auto in_name = [&](const std::string& word) { return lower.find(word) != std::string::npos; };
  return std::any_of(secret_words().begin(), secret_words().end(), in_name);
}

ForeignOption stated_option(std::string_view name, std::string value) {
  std::string digest = is_secret_option(name) ? sha256_hex(value) : std::string();
  return {.value = std::move(value), .digest = std::move(digest)};
}

ForeignOption read_option(std::string_view name, std::string value) {
  if (!is_secret_option(name)) return {.value = std::move(value), .digest = {}};
  return {.value = {}, .digest = std::move(value), .known = false};
}

}  // namespace trueup
