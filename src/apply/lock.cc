#include "apply/lock.h"

#include <fmt/format.h>

#include <chrono>
#include <thread>

#include "apply/interrupt.h"

namespace trueup::apply {

namespace {

constexpr long long key = 0x747275657570;  // "trueup"
constexpr auto patience = std::chrono::seconds(5);
constexpr auto pause = std::chrono::milliseconds(200);

/// pg_locks shows the key in two halves.
std::string holders() {
  return fmt::format(
      "SELECT l.pid FROM pg_catalog.pg_locks l WHERE l.locktype = 'advisory' AND l.classid = {} AND l.objid = {} AND "
      "l.objsubid = 1 AND l.granted AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = "
      "pg_catalog.current_database())",
      key >> 32, key & 0xffffffff);
}

Error taken(db::Connection& connection) {
  std::string who;
  const auto rows = connection.run(
      "SELECT a.pid, pg_catalog.to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS'), a.state FROM "
      "pg_catalog.pg_stat_activity a WHERE a.pid IN (" +
      holders() + ")");
  if (rows && !rows->empty())
    who =
        fmt::format(" (backend {}, connected since {} UTC, {})", rows->text(0, 0), rows->text(0, 1), rows->text(0, 2));
  return {.message = fmt::format("another run of trueup holds the lock on this database{}", who),
          .hint =
              "wait for it to end. Where its program was killed, the server may still be at work on its last "
              "statement: pg_stat_activity shows it",
          .code = ExitCode::conflict};
}

}  // namespace

Result<Lock> Lock::take(db::Connection& connection, const Talk& talk) {
  const auto give_up = std::chrono::steady_clock::now() + patience;
  for (bool told = false;; told = true) {
    const auto rows =
        connection.run(fmt::format("SELECT pg_catalog.pg_try_advisory_lock({}), pg_catalog.pg_backend_pid()", key));
    if (!rows) return rows.error();
    if (rows->boolean(0, 0))
      return Lock(fmt::format("SELECT pg_catalog.pg_backend_pid() = {0} AND EXISTS ({1} AND l.pid = {0})",
                              rows->integer(0, 1), holders()));
    if (std::chrono::steady_clock::now() >= give_up) return taken(connection);
    if (InterruptGuard::interrupted()) return Error{.message = "interrupted; nothing was changed", .hint = {}};
    if (!told) talk("waiting for another run of trueup to end …");
    std::this_thread::sleep_for(pause);
  }
}

Error Lock::lost() {
  return {.message = "the run's lock on the database is gone: the statements no longer reach the session that took it",
          .hint =
              "a connection pooler in transaction mode does that, or a statement that unlocks everything: connect to "
              "the server itself, then run again with --resume",
          .code = ExitCode::conflict};
}

Result<void> Lock::check(db::Connection& connection) const {
  const auto rows = connection.run(query_);
  if (!rows) {
    Error error = rows.error();
    error.code = ExitCode::conflict;
    return error;
  }
  if (!rows->boolean(0, 0)) return lost();
  return {};
}

}  // namespace trueup::apply
