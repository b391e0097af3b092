#include <algorithm>
#include <array>
#include <cctype>

#include "db/connection.h"

namespace trueup::db {

namespace {

constexpr std::string_view hidden = "***";

/// Parameters whose values are secrets, in URL queries and conninfo strings.
constexpr std::array<std::string_view, 3> secrets = {"password", "sslpassword", "oauth_client_secret"};

bool is_secret(std::string_view name) {
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return std::tolower(c); });
  return std::find(secrets.begin(), secrets.end(), lower) != secrets.end();
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// True when `text` begins like a URL's query: a name and "=".
bool begins_query(std::string_view text) {
  const std::size_t equals = std::find_if_not(text.begin(), text.end(), is_word) - text.begin();
  return equals > 0 && equals < text.size() && text[equals] == '=';
}

/// Where the query of `body` begins (its "?"), or the end. A password may hold "?" or "@" where its author forgot to
/// percent-encode them: only a "?" behind the first "@" and before "name=" counts.
std::size_t query_of(std::string_view body) {
  const std::size_t at = body.find('@');
  for (std::size_t mark = body.find('?', at == std::string_view::npos ? 0 : at); mark != std::string_view::npos;
       mark = body.find('?', mark + 1))
    if (begins_query(body.substr(mark + 1))) return mark;
  return body.size();
}

std::string hide_in_query(std::string_view query) {
  std::string shown;
  for (std::size_t at = 0; at < query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    const std::string_view pair = query.substr(at, end - at);
    const std::size_t equals = pair.find('=');
    const std::size_t name = pair.starts_with('?') ? 1 : 0;
    if (equals != std::string_view::npos && is_secret(pair.substr(name, equals - name)))
      shown.append(pair.substr(0, equals + 1)).append(hidden);
    else
      shown.append(pair);
    if (end < query.size()) shown += '&';
    at = end + 1;
  }
  return shown;
}

std::string hide_in_url(std::string_view target, std::size_t start) {
  const std::string_view body = target.substr(start);
  const std::size_t query = query_of(body);
  const std::string_view place = body.substr(0, query);
  std::string shown(target.substr(0, start));
  const std::size_t at = place.rfind('@');
  const std::size_t colon = place.find(':');
  if (at == std::string_view::npos || colon == std::string_view::npos || colon + 1 >= at)
    shown.append(place);
  else
    shown.append(place.substr(0, colon + 1)).append(hidden).append(place.substr(at));
  return shown + hide_in_query(body.substr(query));
}

/// The end of a conninfo value that begins at `at`: behind its closing quote, or at the next white space.
std::size_t value_end(std::string_view text, std::size_t at) {
  const bool quoted = at < text.size() && text[at] == '\'';
  for (std::size_t i = at + (quoted ? 1 : 0); i < text.size(); ++i) {
    if (text[i] == '\\')
      ++i;
    else if (quoted ? text[i] == '\'' : std::isspace(static_cast<unsigned char>(text[i])) != 0)
      return quoted ? i + 1 : i;
  }
  return text.size();
}

/// The end of what belongs to a value that begins at `at` when its author forgot the quotes: words are part of it up
/// to the next "name=".
std::size_t careless_end(std::string_view text, std::size_t at) {
  std::size_t end = value_end(text, at);
  while (end < text.size()) {
    const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", end), text.size());
    std::size_t word = next;
    while (word < text.size() && is_word(text[word])) ++word;
    const std::size_t equals = std::min(text.find_first_not_of(" \t\r\n", word), text.size());
    if (next == text.size() || (word > next && equals < text.size() && text[equals] == '=')) break;
    end = std::max(value_end(text, next), next + 1);
  }
  return std::min(end, text.size());
}

/// A dbname may be a URL itself.
std::string hide_in_value(std::string_view value) {
  const std::size_t scheme = value.find("://");
  return scheme == std::string_view::npos ? std::string(value) : hide_in_url(value, scheme + 3);
}

std::string hide_in_conninfo(std::string_view text) {
  std::string shown;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_word(text[i])) {
      shown += text[i++];
      continue;
    }
    const std::size_t start = i;
    while (i < text.size() && is_word(text[i])) ++i;
    const std::string_view name = text.substr(start, i - start);
    shown.append(name);
    const std::size_t equals = text.find_first_not_of(" \t\r\n", i);
    if (equals == std::string_view::npos || text[equals] != '=') continue;
    const std::size_t value = std::min(text.find_first_not_of(" \t\r\n", equals + 1), text.size());
    shown.append(text.substr(i, value - i));
    i = is_secret(name) ? careless_end(text, value) : value_end(text, value);
    shown += is_secret(name) ? std::string(hidden) : hide_in_value(text.substr(value, i - value));
  }
  return shown;
}

}  // namespace

std::string hide_password(std::string_view target) {
  const std::size_t scheme = target.find("://");
  const std::size_t equals = target.find('=');
  if (scheme != std::string_view::npos && scheme < equals) return hide_in_url(target, scheme + 3);
  return hide_in_conninfo(target);
}

}  // namespace trueup::db
