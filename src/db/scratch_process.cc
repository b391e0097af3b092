#include "db/scratch_process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <grp.h>
#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

namespace trueup::db {

Result<ServerUser> server_user() {
  const uid_t self = geteuid();
  if (self != 0) {
    if (getpwuid(self) == nullptr)
      return Error{.message = fmt::format("PostgreSQL cannot run as uid {}, which has no entry in /etc/passwd", self),
                   .hint = "add an entry for this uid (containers: in the image), or give a server with --scratch-url"};
    return ServerUser{.uid = self, .gid = getegid(), .switched = false};
  }
  for (const char* name : {"postgres", "nobody"})
    if (const passwd* entry = getpwnam(name))
      return ServerUser{.uid = entry->pw_uid, .gid = entry->pw_gid, .switched = true};
  return Error{.message = "PostgreSQL does not run as root, and there is neither a user postgres nor a user nobody",
               .hint = "run trueup as another user, or give a server with --scratch-url"};
}

namespace {

/// What the child needs, made before the fork: after it only async-signal-safe calls are allowed.
struct Launch {
  std::vector<char*> argv;
  std::vector<std::string> environment;
  std::vector<char*> envp;
  const char* log_file;
  const char* input_file;
  ServerUser user;
  pid_t parent;
};

std::vector<std::string> small_environment() {
  // Nothing of the caller's PG*, LC_* or LANG may reach the server; libraries of a relocated build must.
  std::vector<std::string> environment = {"LC_ALL=C", "TZ=UTC", "PATH=/usr/bin:/bin"};
  if (const char* path = std::getenv("LD_LIBRARY_PATH")) environment.push_back(std::string("LD_LIBRARY_PATH=") + path);
  return environment;
}

[[noreturn]] void become(const Launch& launch, int failure) {
  const auto fail = [&] {
    const int reason = errno;
    [[maybe_unused]] const ssize_t written = write(failure, &reason, sizeof reason);
    _exit(127);
  };
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  setpgid(0, 0);  // a terminal's ^C is for us; we end the server
  umask(077);
  const int in = open(launch.input_file, O_RDONLY);
  const int out = open(launch.log_file, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (in < 0 || out < 0 || dup2(in, 0) < 0 || dup2(out, 1) < 0 || dup2(out, 2) < 0) fail();
  if (launch.user.switched &&
      (setgroups(1, &launch.user.gid) != 0 || setgid(launch.user.gid) != 0 || setuid(launch.user.uid) != 0))
    fail();
  // After the change of user, which clears it.
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (getppid() != launch.parent) _exit(127);
  if (chdir("/") != 0) fail();
  execve(launch.argv[0], launch.argv.data(), launch.envp.data());
  fail();
  _exit(127);
}

/// Reads the child's errno; 0 when exec closed the pipe.
int failure_of(int fd) {
  int reason = 0;
  ssize_t got;
  do got = read(fd, &reason, sizeof reason);
  while (got < 0 && errno == EINTR);
  return got == sizeof reason ? reason : 0;
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return 0;
  return status;
}

}  // namespace

Result<pid_t> spawn(const std::vector<std::string>& argv, const ServerUser& user, const std::string& log_file,
                    const std::string& input_file) {
  Launch launch{.argv = {},
                .environment = small_environment(),
                .envp = {},
                .log_file = log_file.c_str(),
                .input_file = input_file.c_str(),
                .user = user,
                .parent = getpid()};
  for (const std::string& argument : argv) launch.argv.push_back(const_cast<char*>(argument.c_str()));
  for (std::string& variable : launch.environment) launch.envp.push_back(variable.data());
  launch.argv.push_back(nullptr);
  launch.envp.push_back(nullptr);

  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0)
    return Error{.message = fmt::format("no pipe: {}", strerror(errno)), .hint = {}};
  const pid_t child = fork();
  if (child == 0) become(launch, pipe_ends[1]);
  close(pipe_ends[1]);
  const int reason = child < 0 ? errno : failure_of(pipe_ends[0]);
  close(pipe_ends[0]);
  if (child > 0 && reason == 0) return child;
  if (child > 0) wait_for(child);
  return Error{
      .message = fmt::format("cannot run {}: {}", argv[0], strerror(reason)),
      .hint = user.switched ? "the programs run as a system user when started by root; can it read them?" : ""};
}

Result<void> run_program(const std::vector<std::string>& argv, const ServerUser& user, const std::string& log_file,
                         const std::string& input_file) {
  Result<pid_t> child = spawn(argv, user, log_file, input_file);
  if (!child) return child.error();
  const int status = wait_for(*child);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return Error{.message = fmt::format("{} failed: {}", argv[0], tail_of(log_file)), .hint = {}};
}

void stop_server(pid_t server) {
  if (server <= 0) return;
  kill(server, SIGQUIT);
  for (int tries = 0; tries < 4000; ++tries) {
    const pid_t ended = waitpid(server, nullptr, WNOHANG);
    if (ended == server || (ended < 0 && errno != EINTR)) return;
    usleep(500);
  }
  kill(server, SIGKILL);
  wait_for(server);
}

std::string tail_of(const std::string& log_file) {
  std::ifstream file(log_file);
  std::ostringstream all;
  all << file.rdbuf();
  std::string text = std::move(all).str();
  while (!text.empty() && text.back() == '\n') text.pop_back();
  constexpr std::size_t enough = 800;
  if (text.size() <= enough) return text;
  const std::size_t line = text.find('\n', text.size() - enough);
  return line == std::string::npos ? text.substr(text.size() - enough) : text.substr(line + 1);
}

}  // namespace trueup::db
