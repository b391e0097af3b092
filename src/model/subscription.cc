#include "model/subscription.h"

#include <algorithm>
#include <cctype>

#include "base/hash.h"

namespace trueup {

/// A password in the user's part of a URL, or a parameter whose name says that it is one. introspect/subscription.cc
/// asks the server the same.
static bool holds_secret(const std::string& text) {
  std::string lower = text;
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  if (lower.find("password") != std::string::npos || lower.find("secret") != std::string::npos) return true;
  const std::size_t authority = lower.find("://");
  if (authority == std::string::npos) return false;
  const std::size_t at = lower.find('@', authority);
  return at != std::string::npos && lower.substr(authority + 3, at - authority - 3).find(':') != std::string::npos;
}

ConnectionText stated_connection(std::string text) {
  ConnectionText connection{.text = std::move(text), .digest = {}};
  connection.digest = sha256_hex(connection.text);
  connection.secret = holds_secret(connection.text);
  return connection;
}

}  // namespace trueup
