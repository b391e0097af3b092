#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>

#include "migrations/directory.h"

namespace trueup::migrations {

namespace {

/// A file that is closed and, unless kept, removed at the end of its scope.
struct TemporaryFile {
  std::string path;
  int fd = -1;

  explicit TemporaryFile(std::string p)
      : path(std::move(p)), fd(open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666)) {}
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() {
    if (fd < 0) return;
    close(fd);
    unlink(path.c_str());
  }
};

bool write_all(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = ::write(fd, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return false;
    text.remove_prefix(std::size_t(n));
  }
  return true;
}

Error failed(const std::string& path, int error) {
  return {.message = fmt::format("cannot write {}: {}", path, std::strerror(error)),
          .hint = error == ENOSPC ? "nothing was written; make room and run it again" : "nothing was written"};
}

/// link() where the file system knows no RENAME_NOREPLACE: both fail when the name is taken.
bool rename_without_replacing(const std::string& from, const std::string& to) {
  if (renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  return errno == EINVAL && link(from.c_str(), to.c_str()) == 0 && unlink(from.c_str()) == 0;
}

void sync_folder(const std::filesystem::path& folder) {
  const int fd = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  (void)fsync(fd);
  close(fd);
}

}  // namespace

/// Writes `text` under a temporary name beside `path`, then hands that name to `place`, which gives it the right one.
template <class F>
static Result<void> write_beside(const std::string& path, std::string_view text, F place) {
  const std::filesystem::path target(path);
  std::error_code error;
  if (!target.parent_path().empty()) std::filesystem::create_directories(target.parent_path(), error);
  if (error) return failed(path, error.value());
  const std::string name = fmt::format(".{}.{}.tmp", target.filename().string(), getpid());
  TemporaryFile temporary((target.parent_path() / name).string());
  if (temporary.fd < 0) return failed(path, errno);
  if (!write_all(temporary.fd, text) || fsync(temporary.fd) != 0) return failed(path, errno);
  if (auto placed = place(temporary.path); !placed) return placed;
  sync_folder(target.parent_path());
  return {};
}

Result<void> write_new_file(const std::string& path, std::string_view text) {
  return write_beside(path, text, [&](const std::string& temporary) { return rename_file(temporary, path); });
}

Result<void> replace_file(const std::string& path, std::string_view text) {
  return write_beside(path, text, [&](const std::string& temporary) -> Result<void> {
    if (std::rename(temporary.c_str(), path.c_str()) != 0) return failed(path, errno);
    return {};
  });
}

Result<void> rename_file(const std::string& from, const std::string& to) {
  if (rename_without_replacing(from, to)) return {};
  if (errno != EEXIST) return failed(to, errno);
  return Error{
      .message = fmt::format("{} exists already", to), .hint = "it was left as it is", .code = ExitCode::conflict};
}

}  // namespace trueup::migrations
