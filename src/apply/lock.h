#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "db/connection.h"

namespace trueup::apply {

/// Says one line to the user.
using Talk = std::function<void(std::string_view)>;

/// The session lock that keeps two runs on one database apart, held by our own backend for as long as the connection
/// lives. Taken by polling: a statement that waited for it would hold a snapshot, and a concurrent index build of the
/// run that has the lock would wait for that snapshot.
class Lock {
 public:
  /// Polls for up to five seconds. Fails with code conflict, naming who holds it, when another run does.
  static Result<Lock> take(db::Connection& connection, const Talk& talk);

  /// A query that gives true while our own backend holds the lock.
  [[nodiscard]] const std::string& query() const { return query_; }

  /// Fails with code conflict and the reason when the connection no longer is the backend that took the lock, or the
  /// lock is gone.
  [[nodiscard]] Result<void> check(db::Connection& connection) const;

  /// Why query() gave false.
  [[nodiscard]] static Error lost();

 private:
  explicit Lock(std::string query) : query_(std::move(query)) {}

  std::string query_;
};

}  // namespace trueup::apply
