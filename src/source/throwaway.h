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

  /// What the server is, or will be, like.
  [[nodiscard]] const db::ScratchOptions& options() const { return options_; }

  /// Has the server begin with the state kept under `key` (see db::Scratch::keep). Has no effect once it runs: gives
  /// whether it will.
  bool begin_with(const std::string& key);

  [[nodiscard]] bool allowed() const { return allowed_; }

  /// What the server should be like, from a live database: version (0 = any), encoding and locale ("" = the default).
  /// Has no effect once the server runs.
  void want(int server_version, const std::string& encoding, const std::string& locale);

 private:
  db::ScratchOptions options_;
  bool allowed_;
  std::optional<db::Scratch> running_;
  std::optional<Error> failed_;
};

}  // namespace trueup::source
