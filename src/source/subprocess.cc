#include "source/subprocess.h"

#include <fmt/format.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

extern char** environ;

namespace trueup::source {

namespace {

/// A file in memory: a child's input and outputs, without pipes that could fill up.
struct MemoryFile {
  int fd = memfd_create("trueup", MFD_CLOEXEC);
  MemoryFile() = default;
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  ~MemoryFile() { close(fd); }

  [[nodiscard]] std::string contents() const {
    std::string text(std::size_t(lseek(fd, 0, SEEK_END)), '\0');
    std::size_t done = 0;
    while (done < text.size()) {
      const ssize_t n = pread(fd, text.data() + done, text.size() - done, off_t(done));
      if (n <= 0) break;
      done += std::size_t(n);
    }
    text.resize(done);
    return text;
  }

  void fill(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t n = write(fd, text.data(), text.size());
      if (n <= 0) return;
      text.remove_prefix(std::size_t(n));
    }
    lseek(fd, 0, SEEK_SET);
  }
};

}  // namespace

Result<Finished> run_program(const std::vector<std::string>& arguments, std::string_view input) {
  const MemoryFile in, out, err;
  in.fill(input);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.fd, 0);
  posix_spawn_file_actions_adddup2(&actions, out.fd, 1);
  posix_spawn_file_actions_adddup2(&actions, err.fd, 2);
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  pid_t pid = 0;
  const int error = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0)
    return Error{.message = fmt::format("cannot run {}: {}", arguments.front(), std::strerror(error)),
                 .hint = fmt::format("is {} installed and on PATH?", arguments.front())};
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return Finished{.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
                  .out = out.contents(),
                  .err = err.contents()};
}

}  // namespace trueup::source
