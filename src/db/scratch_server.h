#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "db/scratch.h"
#include "db/scratch_room.h"
#include "db/scratch_signal.h"

namespace trueup::db {

/// A running private server; ends with this object, unless that is a forked child's copy.
class OwnServer {
 public:
  /// Finds programs, fills a room with a data directory and starts the server in it. What differs from what was asked
  /// is added to `notes`.
  static Result<OwnServer> start(const ScratchOptions& options, std::vector<std::string>& notes);

  OwnServer(OwnServer&& other) noexcept;
  OwnServer& operator=(OwnServer&& other) noexcept;
  ~OwnServer();

  [[nodiscard]] const std::string& socket_directory() const { return room_.path(); }
  [[nodiscard]] std::string data_directory() const { return room_.data(); }

  /// The note of the kept state that it started from; nullopt where it started from none.
  [[nodiscard]] const std::optional<std::string>& kept_note() const { return kept_note_; }

 private:
  OwnServer(Room room, pid_t server);
  void stop() noexcept;

  Room room_;
  pid_t server_ = 0;
  pid_t owner_ = 0;
  SignalGuard guard_;
  std::optional<std::string> kept_note_;
};

}  // namespace trueup::db
