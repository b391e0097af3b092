#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace trueup::killtest {

/// When a gate strikes at the chosen statement.
enum class Moment {
  during,  ///< the server has it
  held,    ///< the server has it and waits for a lock that somebody holds
  after,   ///< the server is done with it, and the client does not know yet
};

/// Stands between a client and the server, counts the statements of the session that takes the run's lock, and strikes
/// at one of them.
class Gate {
 public:
  struct Plan {
    std::string server;         ///< its socket file
    std::size_t strike_at = 0;  ///< from 1, counted after the lock's; 0: never
    Moment moment = Moment::during;
    std::function<void(const std::string& statement)> before;  ///< just before it goes to the server
    std::function<void()> strike;
  };

  explicit Gate(Plan plan);
  ~Gate();
  Gate(const Gate&) = delete;
  Gate& operator=(const Gate&) = delete;

  [[nodiscard]] const std::string& directory() const { return directory_; }  ///< host= of those who go through it
  /// Ends it; gives the statements that it has seen.
  std::vector<std::string> finish();
  [[nodiscard]] bool struck() const { return struck_; }

 private:
  struct Pair;
  void serve();
  bool from_client(Pair& pair);
  bool from_server(Pair& pair);
  void statement(Pair& pair, const std::string& message);

  Plan plan_;
  std::string directory_;
  int listening_ = -1;
  std::atomic<bool> ending_ = false;
  std::atomic<bool> struck_ = false;
  std::vector<std::string> seen_;
  std::thread thread_;
};

}  // namespace trueup::killtest
