#pragma once

#include <string>

#include "base/result.h"
#include "db/scratch_process.h"

namespace trueup::db {

/// A directory of one running server: its data, its socket, its log. Mode 0700, owned by the server's user.
/// A lock that ends with its process marks it as in use; rooms without one are leftovers of crashed runs.
class Room {
 public:
  /// Clears leftovers away and makes a room: in memory (/dev/shm) where there is space, else in the temporary
  /// directory. Its path is short enough for a socket (107 bytes).
  static Result<Room> make(const ServerUser& user);

  Room(Room&& other) noexcept;
  Room& operator=(Room&& other) noexcept;
  ~Room();  ///< removes it, unless in a forked child

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string data() const { return path_ + "/data"; }
  [[nodiscard]] std::string log() const { return path_ + "/log"; }

 private:
  Room(std::string path, int lock);
  void clear() noexcept;

  std::string path_;
  int lock_ = -1;
  pid_t owner_ = 0;
};

/// The name of the server's socket file within a room.
inline constexpr const char* socket_name = ".s.PGSQL.5432";

}  // namespace trueup::db
