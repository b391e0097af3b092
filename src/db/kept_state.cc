#include "db/kept_state.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "db/scratch_copy.h"
#include "db/scratch_data.h"

namespace trueup::db {
namespace fs = std::filesystem;

namespace {

constexpr const char* note_file = "note";
constexpr int most_shown = 500;

std::optional<fs::path> folder(const char* name) {
  const std::optional<std::string> cache = cache_directory();
  if (!cache) return std::nullopt;
  const fs::path path = fs::path(*cache).parent_path() / name;
  std::error_code failed;
  fs::create_directories(path, failed);
  if (failed) return std::nullopt;
  return path;
}

/// A lock on a directory, for as long as this lives: shared by those who copy it, alone for whoever removes it.
class Held {
 public:
  Held(const fs::path& directory, int how)
      : fd_(open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW)) {
    if (fd_ >= 0 && flock(fd_, how | LOCK_NB) == 0) return;
    if (fd_ >= 0) close(fd_);
    fd_ = -1;
  }
  Held(const Held&) = delete;
  Held& operator=(const Held&) = delete;
  ~Held() {
    if (fd_ >= 0) close(fd_);
  }
  [[nodiscard]] bool ok() const { return fd_ >= 0; }

 private:
  int fd_;
};

/// What is in use by another run stays.
void remove_kept(const fs::path& directory) {
  const Held alone(directory, LOCK_EX);
  if (!alone.ok()) return;
  std::error_code failed;
  fs::remove(directory / note_file, failed);  // without it, a half-removed one is none
  fs::remove_all(directory, failed);
}

/// The entries of `path`, those used last first; what begins with a dot is none.
std::vector<fs::path> by_use(const fs::path& path) {
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, failed))
    if (!entry.path().filename().string().starts_with("."))
      found.emplace_back(entry.last_write_time(failed), entry.path());
  std::sort(found.rbegin(), found.rend());
  std::vector<fs::path> paths;
  for (auto& [time, entry] : found) paths.push_back(std::move(entry));
  return paths;
}

/// What a killed run left half-built an hour ago or longer.
void clear_half_built(const fs::path& path) {
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(path, failed)) {
    const bool aside = entry.path().filename().string().starts_with(".build-");
    if (aside && fs::file_time_type::clock::now() - entry.last_write_time(failed) > std::chrono::hours(1))
      fs::remove_all(entry.path(), failed);
  }
}

void touch(const fs::path& path) { (void)utimensat(AT_FDCWD, path.c_str(), nullptr, 0); }

}  // namespace

bool is_kept(const std::string& key) {
  const std::optional<fs::path> states = folder("states");
  std::error_code failed;
  return states && fs::exists(*states / key / note_file, failed);
}

std::optional<std::string> take_kept(const std::string& key, const std::string& data, const ServerUser& user) {
  const std::optional<fs::path> states = folder("states");
  if (!states) return std::nullopt;
  const fs::path kept = *states / key;
  const Held shared(kept, LOCK_SH);
  std::ifstream stream(kept / note_file, std::ios::binary);
  if (!shared.ok() || !stream) return std::nullopt;
  std::string note{std::istreambuf_iterator<char>(stream), {}};
  touch(kept);
  if (copy_directory(kept / "data", data, user)) return note;
  std::error_code failed;
  fs::remove_all(data, failed);
  return std::nullopt;
}

void keep_state(const std::string& key, const std::string& data, const std::string& note) {
  const std::optional<fs::path> states = folder("states");
  if (!states || is_kept(key)) return;
  clear_half_built(*states);
  std::string aside = *states / ".build-XXXXXX";
  if (mkdtemp(aside.data()) == nullptr) return;
  std::error_code failed;
  bool built = copy_directory(data, aside + "/data", std::nullopt).ok();
  fs::remove(aside + "/data/postmaster.pid", failed);
  if (built) {
    std::ofstream file(aside + "/" + note_file, std::ios::binary);
    file << note;
    built = bool(file.flush());
  }
  if (built) fs::rename(aside, *states / key, failed);
  if (!built || failed) fs::remove_all(aside, failed);  // no space, or another run was first
  const std::vector<fs::path> all = by_use(*states);
  for (std::size_t i = most_kept; i < all.size(); ++i) remove_kept(all[i]);
}

void forget_kept(const std::string& key) {
  if (const std::optional<fs::path> states = folder("states")) remove_kept(*states / key);
}

void remember_shown(const std::string& key) {
  const std::optional<fs::path> shown = folder("shown");
  if (!shown) return;
  std::ofstream(*shown / key).flush();
  touch(*shown / key);
  std::error_code failed;
  const std::vector<fs::path> all = by_use(*shown);
  for (std::size_t i = most_shown; i < all.size(); ++i) fs::remove(all[i], failed);
}

bool was_shown(const std::string& key) {
  const std::optional<fs::path> shown = folder("shown");
  std::error_code failed;
  return shown && fs::exists(*shown / key, failed);
}

}  // namespace trueup::db
