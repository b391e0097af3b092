#include "db/connection.h"

#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <pqxx/pqxx>

#include "db/failure.h"
#include "db/target.h"

namespace trueup::db {

struct Rows::State {
  pqxx::result result;
};

namespace {

/// Connects once and remembers libpq's handle, which libpqxx keeps private: cancelling from a signal handler needs a
/// PGcancel made beforehand (libpqxx's own cancel_query allocates).
class ConnectOnce : public pqxx::connectionpolicy {
 public:
  using pqxx::connectionpolicy::connectionpolicy;

  handle do_startconnect(handle original) override {
    if (original != nullptr) return original;
    if (connected_) throw pqxx::broken_connection("the connection to the server was lost");
    opened = normalconnect(original);
    connected_ = true;
    return opened;
  }

  handle opened = nullptr;

 private:
  bool connected_ = false;
};

/// What pqxx::connection is, with our policy within reach. The policy is a base so that it outlives connection_base.
class Link : private ConnectOnce, public pqxx::connection_base {
 public:
  explicit Link(const std::string& conninfo)
      : ConnectOnce(conninfo), pqxx::connection_base(static_cast<pqxx::connectionpolicy&>(*this)), quiet_(*this) {
    init();
    cancel_.reset(PQgetCancel(opened));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"  // libpqxx 6's only way to say "never reconnect"
    inhibit_reactivation(true);
#pragma GCC diagnostic pop
  }
  ~Link() noexcept { close(); }

  [[nodiscard]] bool alive() const { return is_open() && PQstatus(opened) == CONNECTION_OK; }

  void cancel() {
    std::array<char, 256> ignored{};
    if (cancel_) PQcancel(cancel_.get(), ignored.data(), ignored.size());
  }

 private:
  pqxx::quiet_errorhandler quiet_;
  std::unique_ptr<PGcancel, void (*)(PGcancel*)> cancel_{nullptr, PQfreeCancel};
};

/// What every session is pinned to, so that the server prints and reads the same text whoever configured it.
constexpr const char* pins =
    "SET search_path = ''; SET DateStyle = 'ISO, MDY'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';"
    "SET extra_float_digits = 1; SET quote_all_identifiers = off; SET standard_conforming_strings = on";

/// The SQLSTATE; libpqxx leaves it out of some of its exceptions.
std::string_view state_of(const pqxx::sql_error& failure) {
  if (!failure.sqlstate().empty()) return failure.sqlstate();
  if (dynamic_cast<const pqxx::insufficient_privilege*>(&failure) != nullptr) return "42501";
  if (dynamic_cast<const pqxx::disk_full*>(&failure) != nullptr) return "53100";
  return {};
}

}  // namespace

std::size_t Rows::size() const { return state_->result.size(); }

Rows::Value Rows::at(std::size_t row, int column) const {
  const pqxx::field field = state_->result[static_cast<pqxx::result::size_type>(row)][column];
  if (field.is_null()) return std::nullopt;
  return std::string_view(field.c_str(), field.size());
}

std::string Rows::text(std::size_t row, int column) const { return std::string(at(row, column).value_or("")); }

long long Rows::integer(std::size_t row, int column) const {
  const std::string_view digits = at(row, column).value_or("");
  long long value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

struct Connection::State {
  explicit State(const std::string& conninfo) : link(conninfo) {}
  Link link;
  std::string sqlstate;
};

Connection::Connection(std::unique_ptr<State> state) : state_(std::move(state)) {}
Connection::Connection(Connection&&) noexcept = default;
Connection& Connection::operator=(Connection&&) noexcept = default;
Connection::~Connection() = default;

Result<Connection> Connection::open(const std::string& target, Access access) {
  Result<std::string> conninfo = conninfo_of(target);
  if (!conninfo) return conninfo.error();
  try {
    Connection connection(std::make_unique<State>(*conninfo));
    if (Result<Rows> pinned = connection.run(pins); !pinned) return pinned.error();
    if (access == Access::read_only)
      if (Result<Rows> set = connection.run("SET default_transaction_read_only = on"); !set) return set.error();
    return connection;
  } catch (const std::exception& failure) {
    return connect_failure(target, failure.what());
  }
}

Result<Rows> Connection::run(std::string_view sql) {
  state_->sqlstate.clear();
  const auto failed = [&](const std::exception& failure, std::string_view sqlstate) {
    state_->sqlstate = sqlstate;
    return statement_failure(failure.what(), sqlstate);
  };
  try {
    pqxx::nontransaction session(state_->link);
    return Rows(std::make_shared<const Rows::State>(Rows::State{session.exec(std::string(sql))}));
  } catch (const pqxx::sql_error& failure) {
    return failed(failure, state_of(failure));
  } catch (const pqxx::deadlock_detected& failure) {
    return failed(failure, "40P01");
  } catch (const pqxx::serialization_failure& failure) {
    return failed(failure, "40001");
  } catch (const pqxx::broken_connection&) {
    return Error{.message = "the connection to the server was lost",
                 .hint = "check that the server runs, and try again"};
  } catch (const std::exception& failure) {
    return failed(failure, {});
  }
}

const std::string& Connection::sqlstate() const { return state_->sqlstate; }
bool Connection::lost() const { return !state_->link.alive(); }

Result<void> Connection::reset() {
  if (Result<Rows> forgotten = run("RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL"); !forgotten)
    return forgotten.error();
  if (Result<Rows> pinned = run(pins); !pinned) return pinned.error();
  return {};
}

void Connection::cancel() { state_->link.cancel(); }
int Connection::server_version() const { return state_->link.server_version(); }
int Connection::backend_pid() const { return state_->link.backendpid(); }

}  // namespace trueup::db
