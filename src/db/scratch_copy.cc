#include "db/scratch_copy.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <vector>

namespace trueup::db {

namespace {

/// The plain system calls: a cluster is a thousand small files, and their copy is most of a warm start.
class Copier {
 public:
  explicit Copier(const std::optional<ServerUser>& owner) : owner_(owner), buffer_(256 << 10) {}

  /// Copies what is in `from` into a new directory `name` of `to_parent`. False with errno on failure.
  bool directory(int from_parent, const char* from_name, int to_parent, const char* name) {
    const Fd from(openat(from_parent, from_name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!from.ok() || mkdirat(to_parent, name, 0700) != 0) return false;
    const Fd to(openat(to_parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
    if (!to.ok() || !give_away(to.get())) return false;
    const std::unique_ptr<DIR, int (*)(DIR*)> entries(fdopendir(dup(from.get())), closedir);
    if (!entries) return false;
    while (const dirent* entry = readdir(entries.get())) {
      const std::string_view entry_name = entry->d_name;
      if (entry_name == "." || entry_name == "..") continue;
      if (!entry_of(from.get(), to.get(), entry->d_name)) return false;
    }
    return true;
  }

 private:
  class Fd {
   public:
    explicit Fd(int fd) : fd_(fd) {}
    Fd(const Fd&) = delete;
    Fd& operator=(const Fd&) = delete;
    ~Fd() {
      if (fd_ >= 0) close(fd_);
    }
    [[nodiscard]] bool ok() const { return fd_ >= 0; }
    [[nodiscard]] int get() const { return fd_; }

   private:
    int fd_;
  };

  bool entry_of(int from, int to, const char* name) {
    struct stat status {};
    if (fstatat(from, name, &status, AT_SYMLINK_NOFOLLOW) != 0) return false;
    if (S_ISDIR(status.st_mode)) return directory(from, name, to, name);
    return !S_ISREG(status.st_mode) || file(from, to, name, status.st_mode & 0777);
  }

  bool file(int from_directory, int to_directory, const char* name, mode_t mode) {
    const Fd from(openat(from_directory, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    const Fd to(openat(to_directory, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!from.ok() || !to.ok()) return false;
    for (;;) {
      const ssize_t got = read(from.get(), buffer_.data(), buffer_.size());
      if (got == 0) return give_away(to.get());
      if (got < 0 || write(to.get(), buffer_.data(), static_cast<std::size_t>(got)) != got) return false;
    }
  }

  bool give_away(int fd) { return !owner_ || !owner_->switched || fchown(fd, owner_->uid, owner_->gid) == 0; }

  const std::optional<ServerUser>& owner_;
  std::vector<char> buffer_;
};

}  // namespace

Result<void> copy_directory(const std::string& from, const std::string& to, const std::optional<ServerUser>& owner) {
  errno = 0;
  if (Copier(owner).directory(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str())) return {};
  return Error{.message = fmt::format("cannot copy {} to {}: {}", from, to, strerror(errno)),
               .hint = "is the disk full?"};
}

}  // namespace trueup::db
