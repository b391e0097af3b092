#include "db/target.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <vector>

#include "db/connection.h"

namespace trueup::db {

namespace {

/// Where a URL's part after "://" begins; npos when `target` is no URL of a known scheme.
std::size_t url_body(std::string_view target) {
  const std::size_t colon = target.find("://");
  if (colon == std::string_view::npos) return std::string_view::npos;
  std::string_view scheme = target.substr(0, colon);
  scheme = scheme.substr(0, scheme.find('+'));
  return scheme == "postgres" || scheme == "postgresql" ? colon + 3 : std::string_view::npos;
}

/// What asyncpg takes in a URL and libpq does not: the libpq name, "" where it has none.
std::string_view libpq_name(std::string_view parameter) {
  static constexpr std::array<std::string_view, 10> unknown = {"prepared_statement_cache_size",
                                                               "prepared_statement_name_func",
                                                               "statement_cache_size",
                                                               "max_cached_statement_lifetime",
                                                               "max_cacheable_statement_size",
                                                               "command_timeout",
                                                               "async_fallback",
                                                               "async_creator_fn",
                                                               "direct_tls",
                                                               "record_class"};
  if (parameter == "ssl") return "sslmode";
  if (parameter == "timeout") return "connect_timeout";
  return std::find(unknown.begin(), unknown.end(), parameter) == unknown.end() ? parameter : "";
}

std::string libpq_parameter(std::string_view pair) {
  const std::size_t equals = pair.find('=');
  const std::string_view name = libpq_name(pair.substr(0, equals));
  if (name.empty()) return {};
  if (equals == std::string_view::npos) return std::string(pair);
  std::string_view value = pair.substr(equals + 1);
  if (name == "sslmode" && value == "true") value = "require";
  if (name == "sslmode" && value == "false") value = "disable";
  if (name == "connect_timeout") value = value.substr(0, value.find('.'));
  return fmt::format("{}={}", name, value);
}

/// A value between quotes, as conninfo strings want it.
std::string quote_value(std::string_view value) {
  std::string quoted = "'";
  for (const char c : value) {
    if (c == '\'' || c == '\\') quoted += '\\';
    quoted += c;
  }
  return quoted + "'";
}

Error unreadable(const std::string& target, const char* reason) {
  const std::string hidden = hide_password(target);
  Error error{.message = fmt::format("cannot understand the connection string \"{}\"", hidden),
              .hint = "write postgres://USER@HOST:PORT/DATABASE or \"host=… dbname=…\""};
  // libpq quotes what it stumbles over: that may be a part of a password.
  if (hidden == target && reason != nullptr) error.message += fmt::format(": {}", std::string_view(reason));
  while (error.message.ends_with('\n')) error.message.pop_back();
  if (hidden != target) {
    error.hint =
        url_body(target) == std::string_view::npos
            ? "a password with spaces stands in single quotes, \\ and ' in it have a \\ before them"
            : "percent-encode special characters in the password: / is %2F, @ is %40, : is %3A, # is %23, ? is %3F";
  }
  return error;
}

}  // namespace

std::string plain_url(const std::string& target) {
  const std::size_t body = url_body(target);
  if (body == std::string::npos) return target;
  std::string url = "postgresql://" + target.substr(body);
  if (target.substr(0, body).find('+') == std::string::npos) return url;
  const std::size_t question = url.find('?');
  if (question == std::string::npos) return url;
  const std::string query = url.substr(question + 1);
  url.resize(question);
  char separator = '?';
  for (std::size_t at = 0; at <= query.size();) {
    const std::size_t end = std::min(query.find('&', at), query.size());
    if (const std::string pair = libpq_parameter(std::string_view(query).substr(at, end - at)); !pair.empty()) {
      url += separator + pair;
      separator = '&';
    }
    at = end + 1;
  }
  return url;
}

Result<std::string> conninfo_of(const std::string& target) {
  char* reason = nullptr;
  const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
      PQconninfoParse(plain_url(target).c_str(), &reason), PQconninfoFree);
  const std::unique_ptr<char, void (*)(void*)> free_reason(reason, PQfreemem);
  if (!options) return unreadable(target, reason);

  std::string conninfo;
  bool password = false;
  // A service may set a time limit of its own, which anything said here would overrule.
  bool timeout = std::getenv("PGCONNECT_TIMEOUT") != nullptr || std::getenv("PGSERVICE") != nullptr;  // NOLINT
  for (const PQconninfoOption* option = options.get(); option->keyword != nullptr; ++option) {
    if (option->val == nullptr) continue;
    const std::string_view keyword = option->keyword;
    if (keyword == "client_encoding") continue;
    if (keyword == "connect_timeout" || keyword == "service") timeout = true;
    if (keyword == "password" || keyword == "sslpassword") password = true;
    // A password with an @ that is not percent-encoded spills over into the host (one in front is an abstract socket),
    // one with a / into everything.
    if (keyword == "host" && url_body(target) != std::string::npos &&
        std::string_view(option->val).find('@', 1) != std::string_view::npos)
      return unreadable(target, nullptr);
    conninfo += fmt::format("{}={} ", keyword, quote_value(option->val));
  }
  if (!password && hide_password(target) != target) return unreadable(target, nullptr);
  conninfo += "client_encoding=UTF8 fallback_application_name=trueup";
  if (!timeout) conninfo += " connect_timeout=10";
  return conninfo;
}

bool is_database(std::string_view source) {
  if (url_body(source) != std::string_view::npos) return true;
  const std::size_t start = source.find_first_not_of(" \t\n\r");
  const std::size_t equals = source.find('=');
  if (start == std::string_view::npos || equals == std::string_view::npos || equals <= start) return false;
  std::string_view keyword = source.substr(start, equals - start);
  keyword = keyword.substr(0, keyword.find_last_not_of(" \t\n\r") + 1);
  const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> known(PQconndefaults(), PQconninfoFree);
  if (!known) return false;
  for (const PQconninfoOption* option = known.get(); option->keyword != nullptr; ++option)
    if (keyword == option->keyword) return true;
  return false;
}

}  // namespace trueup::db
