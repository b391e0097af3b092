#pragma once

#include <memory>
#include <string>

#include "apply/executor.h"
#include "apply/interrupt.h"
#include "cli/session.h"

namespace trueup::cli {

/// A database with our lock on it. While it lives, Ctrl-C cancels what runs there.
class Running {
 public:
  /// Connects and takes the lock.
  static Result<std::unique_ptr<Running>> open(const std::string& place, const Console& console);

  db::Connection& connection() { return connection_; }
  [[nodiscard]] const apply::Lock& lock() const { return *lock_; }

 private:
  explicit Running(db::Connection connection) : connection_(std::move(connection)), guard_(connection_) {}

  db::Connection connection_;
  apply::InterruptGuard guard_;
  std::optional<apply::Lock> lock_;
};

/// The database that a command runs statements on: --from, or the surroundings. Fails with code usage, naming
/// `command`, when that is no database.
[[nodiscard]] Result<source::Source> database_to_run_on(const Session& session, const std::string& command);

/// How the executor talks to the user.
[[nodiscard]] apply::Talk talk_of(const Console& console);

/// What the command line says about running.
[[nodiscard]] apply::Options running_options(const Arguments& arguments);

/// Asks `question` unless --yes was given. Fails with code refused where the answer is no or nobody can be asked.
[[nodiscard]] Result<void> ask_to_run(const Arguments& arguments, const Console& console, const std::string& question);

}  // namespace trueup::cli
