#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "base/result.h"

namespace trueup::db {

/// Who the server's programs run as. PostgreSQL refuses root: started by root they run as a system user.
struct ServerUser {
  uid_t uid = 0;
  gid_t gid = 0;
  bool switched = false;  ///< not ourselves: the child changes over before it runs the program
};

/// Ourselves, or for root "postgres", else "nobody". Fails where this uid has no passwd entry, which PostgreSQL needs.
[[nodiscard]] Result<ServerUser> server_user();

/// Starts `argv` as `user`, in a process group of its own and with a small fixed environment. Its output goes to
/// `log_file`, its input comes from `input_file`. The child gets SIGQUIT when the calling thread ends.
[[nodiscard]] Result<pid_t> spawn(const std::vector<std::string>& argv, const ServerUser& user,
                                  const std::string& log_file, const std::string& input_file = "/dev/null");

/// The same, waited for: fails with the end of the log when the program does not end with 0.
[[nodiscard]] Result<void> run_program(const std::vector<std::string>& argv, const ServerUser& user,
                                       const std::string& log_file, const std::string& input_file = "/dev/null");

/// Ends a server the fast way (SIGQUIT: its data is thrown away), by force after two seconds. Waits for its end.
void stop_server(pid_t server);

/// The last lines of a log, for a message; "" when there is none.
[[nodiscard]] std::string tail_of(const std::string& log_file);

}  // namespace trueup::db
