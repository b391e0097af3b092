#include "db/failure.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "db/connection.h"

namespace trueup::db {

namespace {

std::string trimmed(std::string_view text) {
  const std::size_t start = text.find_first_not_of(" \t\r\n");
  if (start == std::string_view::npos) return {};
  return std::string(text.substr(start, text.find_last_not_of(" \t\r\n") - start + 1));
}

/// Takes "ERROR:  " or "FATAL:  " off the front.
std::string_view without_severity(std::string_view line) {
  for (const std::string_view severity : {"ERROR:  ", "FATAL:  ", "PANIC:  "})
    if (line.starts_with(severity)) return line.substr(severity.size());
  return line;
}

using Advice = std::pair<std::string_view, std::string_view>;

/// What libpq or the server says when connecting fails → what to do next. First match wins.
constexpr std::array<Advice, 16> connect_advice = {{
    {"password authentication failed",
     "check user and password; PGPASSWORD and ~/.pgpass are read when the URL has none"},
    {"no password supplied", "put the password into PGPASSWORD or ~/.pgpass, or into the URL"},
    {"could not translate host name", "check the host name in the connection string"},
    {"Connection refused", "check host and port, and that PostgreSQL runs there and listens on TCP"},
    {"No such file or directory",
     "no server listens on that socket: name a host (postgres://HOST/DATABASE), or start the server"},
    {"timeout expired", "the server did not answer: check host, port and firewall, or set connect_timeout"},
    {"Connection timed out", "the server did not answer: check host, port and firewall"},
    {"no pg_hba.conf entry", "the server does not admit this user, database, address or TLS mode: see its pg_hba.conf"},
    {"does not support SSL", "the server has no TLS: sslmode=prefer or sslmode=disable connects without"},
    {"certificate", "check sslmode, sslrootcert and the server's certificate"},
    {"role \"", "check the user name in the connection string"},
    {"database \"", "check the database name; psql -l lists those of a server"},
    {"too many", "the server has no connection left: end some, or try again later"},
    {"remaining connection slots", "the server has no connection left: end some, or try again later"},
    {"starting up", "the server is not ready yet: try again in a moment"},
    {"definition of service", "check the service name, PGSERVICEFILE and ~/.pg_service.conf"},
}};

/// SQLSTATE → what to do next.
constexpr std::array<Advice, 6> statement_advice = {{
    {"42501", "connect as a role that may read or change this object, or grant the privilege"},
    {"55P03", "another session holds a lock on it: try again later, or raise lock_timeout"},
    {"57014", "the statement was cancelled, or ran into statement_timeout"},
    {"53100", "the server's disk is full"},
    {"25006", "the connection is read-only: connect to the primary, not to a standby"},
    {"40P01", "two sessions waited for each other: try again"},
}};

/// The text below "HINT:  ", and `said` without it.
std::pair<std::string, std::string> split_hint(std::string_view said) {
  std::string message;
  std::string hint;
  bool in_hint = false;
  for (std::size_t at = 0; at < said.size();) {
    const std::size_t end = std::min(said.find('\n', at), said.size());
    const std::string_view line = said.substr(at, end - at);
    if (line.starts_with("HINT:  ")) {
      in_hint = true;
      hint = line.substr(7);
    } else if (in_hint && !line.starts_with("CONTEXT:  ") && !line.starts_with("QUERY:  ")) {
      hint.append(" ").append(trimmed(line));
    } else {
      in_hint = false;
      message.append(line).append("\n");
    }
    at = end + 1;
  }
  return {trimmed(message), trimmed(hint)};
}

}  // namespace

Error connect_failure(std::string_view target, std::string_view said) {
  auto [message, hint] = split_hint(said);
  for (const auto& [phrase, advice] : connect_advice) {
    if (message.find(phrase) == std::string::npos) continue;
    hint = advice;
    break;
  }
  return {.message =
              fmt::format("cannot connect to {}: {}", target.empty() ? "the default database" : hide_password(target),
                          without_severity(message)),
          .hint = std::move(hint)};
}

Error statement_failure(std::string_view said, std::string_view sqlstate) {
  auto [message, hint] = split_hint(said);
  for (const auto& [state, advice] : statement_advice)
    if (hint.empty() && state == sqlstate) hint = advice;
  return {.message = std::string(without_severity(message)), .hint = std::move(hint)};
}

}  // namespace trueup::db
