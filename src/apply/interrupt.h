#pragma once

#include "db/connection.h"

namespace trueup::apply {

/// While it lives, the first SIGINT or SIGTERM cancels what `connection` runs, instead of ending the process: the
/// transaction is rolled back in order and the user told. A second one ends the process.
class InterruptGuard {
 public:
  explicit InterruptGuard(db::Connection& connection);
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;
  ~InterruptGuard();

  /// Whether a signal came.
  [[nodiscard]] static bool interrupted();
};

}  // namespace trueup::apply
