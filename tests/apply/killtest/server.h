#pragma once

#include <string>

#include "db/scratch_process.h"
#include "db/scratch_programs.h"
#include "db/scratch_room.h"

namespace trueup::killtest {

/// A server of our own that can be crashed and started again on the same data. What it has committed outlives a crash
/// (synchronous_commit = on). Ends the program when it cannot be had.
class Server {
 public:
  Server();
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Immediate shutdown: every process of it ends where it is.
  void crash();
  void start();
  [[nodiscard]] bool running() const { return process_ > 0; }

  [[nodiscard]] std::string socket() const;  ///< the file
  [[nodiscard]] std::string target(const std::string& database) const;
  [[nodiscard]] static std::string target(const std::string& directory, const std::string& database);
  [[nodiscard]] pid_t process() const { return process_; }

 private:
  db::ServerUser user_;
  db::Programs programs_;
  db::Room room_;
  pid_t process_ = 0;
};

}  // namespace trueup::killtest
