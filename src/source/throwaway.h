#pragma once

#include <optional>

#include "db/scratch.h"

namespace trueup::source {

/// The embedded server of one run: started at first need, at most once.
class Throwaway {
 public:
  /// `allowed` false (--no-scratch): get() always fails.
  Throwaway(db::ScratchOptions options, bool allowed) : options_(std::move(options)), allowed_(allowed) {}

  /// The running server. Fails, always with the same error, when none can be had.
  [[nodiscard]] Result<db::Scratch*> get();

  [[nodiscard]] bool allowed() const { return allowed_; }

  /// The version to start, from a live database. Has no effect once the server runs.
  void want_version(int server_version) { options_.server_version = server_version; }

 private:
  db::ScratchOptions options_;
  bool allowed_;
  std::optional<db::Scratch> running_;
  std::optional<Error> failed_;
};

}  // namespace trueup::source
