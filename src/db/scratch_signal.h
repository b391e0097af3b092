#pragma once

#include <sys/types.h>

#include <string>

namespace trueup::db {

/// While it lives, SIGINT, SIGTERM and SIGHUP end `server` and remove `directory` before they do what they did before.
/// Signals that are ignored (nohup) stay ignored.
class SignalGuard {
 public:
  SignalGuard() = default;
  SignalGuard(pid_t server, const std::string& directory);
  SignalGuard(SignalGuard&& other) noexcept;
  SignalGuard& operator=(SignalGuard&& other) noexcept;
  ~SignalGuard();

 private:
  int slot_ = -1;  ///< -1: nothing is guarded
};

}  // namespace trueup::db
