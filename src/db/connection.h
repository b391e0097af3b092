#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace trueup::db {

/// The rows of a query, as text. NULL is nullopt.
class Rows {
 public:
  using Value = std::optional<std::string_view>;

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] bool empty() const { return size() == 0; }
  /// Column `column` (from 0) of row `row` (from 0). The view lives as long as the rows.
  [[nodiscard]] Value at(std::size_t row, int column) const;
  /// The same, "" for NULL.
  [[nodiscard]] std::string text(std::size_t row, int column) const;
  [[nodiscard]] bool boolean(std::size_t row, int column) const { return text(row, column) == "t"; }
  [[nodiscard]] long long integer(std::size_t row, int column) const;

  struct State;
  explicit Rows(std::shared_ptr<const State> state) : state_(std::move(state)) {}

 private:
  std::shared_ptr<const State> state_;
};

/// What a connection is for.
enum class Access {
  read_write,
  read_only,  ///< every transaction of it is READ ONLY: a slip cannot change the database
};

/// An open connection. Every connection pins search_path (empty), DateStyle, IntervalStyle, TimeZone,
/// extra_float_digits and quote_all_identifiers, and never reconnects by itself.
class Connection {
 public:
  /// Opens `target`: a postgres://, postgresql:// or postgresql+asyncpg:// URL or a libpq conninfo string (PG*
  /// variables, service file and .pgpass as libpq does). Errors show the target with its password hidden.
  static Result<Connection> open(const std::string& target, Access access = Access::read_write);

  Connection(Connection&&) noexcept;
  Connection& operator=(Connection&&) noexcept;
  ~Connection();

  /// Runs one or several statements, without a transaction of its own.
  Result<Rows> run(std::string_view sql);

  /// The SQLSTATE of what run() failed with last, "" where the server gave none.
  [[nodiscard]] const std::string& sqlstate() const;

  /// Whether the connection is gone for good.
  [[nodiscard]] bool lost() const;

  /// Puts back the role that logged in and every setting, pins included: what earlier statements set is forgotten.
  /// Locks and temporary tables stay.
  Result<void> reset();

  /// Cancels what runs; may be called from another thread or a signal handler.
  void cancel();

  [[nodiscard]] int server_version() const;  ///< server_version_num
  [[nodiscard]] int backend_pid() const;     ///< as the server said when connecting; a pooler says its own

 private:
  struct State;
  explicit Connection(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// True when `source` is a database: a URL of a known scheme or a conninfo string ("host=… dbname=…").
[[nodiscard]] bool is_database(std::string_view source);

/// `target` with its password replaced by "***", in URLs (user part and query) and conninfo strings.
[[nodiscard]] std::string hide_password(std::string_view target);

}  // namespace trueup::db
