#include "db/scratch_room.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <vector>

namespace trueup::db {
namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_socket_path = 107;
constexpr std::uintmax_t space_wanted = 256ULL << 20;

/// Where rooms may stand, best first.
std::vector<std::string> places() {
  std::vector<std::string> found;
  struct statvfs space {};
  if (statvfs("/dev/shm", &space) == 0 && std::uintmax_t{space.f_bavail} * space.f_frsize >= space_wanted)
    found.emplace_back("/dev/shm");
  if (const char* temporary = std::getenv("TMPDIR"); temporary != nullptr && *temporary == '/')
    found.emplace_back(temporary);
  found.emplace_back("/tmp");
  return found;
}

/// Makes `place`/trueup-UID, or takes it when it is really ours: these are directories anybody can write to.
/// For a switched user others may pass through it, but not look into it.
std::optional<std::string> house_in(const std::string& place, const ServerUser& user) {
  const std::string house = fmt::format("{}/trueup-{}", place, geteuid());
  const mode_t mode = user.switched ? 0711 : 0700;
  if (mkdir(house.c_str(), mode) != 0 && errno != EEXIST) return std::nullopt;
  struct stat status {};
  if (lstat(house.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) || status.st_uid != geteuid()) return std::nullopt;
  if (chmod(house.c_str(), mode) != 0) return std::nullopt;
  return house;
}

int open_lock(const std::string& file) { return open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600); }

/// A crash can leave the server itself behind only where the kernel did not tell it; its data directory names it.
void end_server_of(const std::string& data) {
  pid_t server = 0;
  if (!(std::ifstream(data + "/postmaster.pid") >> server) || server <= 1) return;
  std::error_code ignored;
  if (fs::read_symlink(fmt::format("/proc/{}/cwd", server), ignored) == data) kill(server, SIGQUIT);
}

/// Requires: the house's own lock is held, so that nobody is between making a room and locking it.
void clear_leftovers(const std::string& house) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(house, ignored)) {
    if (!entry.is_directory(ignored) || entry.is_symlink(ignored)) continue;
    const int lock = open_lock(entry.path() / "lock");
    if (lock < 0) continue;
    if (flock(lock, LOCK_EX | LOCK_NB) == 0) {
      end_server_of(entry.path() / "data");
      fs::remove_all(entry.path(), ignored);
    }
    close(lock);
  }
}

struct Made {
  std::string path;
  int lock;
};

std::optional<Made> room_in(const std::string& house, const ServerUser& user) {
  const int house_lock = open_lock(house + "/lock");
  if (house_lock < 0) return std::nullopt;
  std::optional<Made> made;
  if (flock(house_lock, LOCK_EX) == 0) {
    clear_leftovers(house);
    std::string path = house + "/XXXXXX";
    if (mkdtemp(path.data()) != nullptr) {
      const int lock = open_lock(path + "/lock");
      if (lock >= 0 && flock(lock, LOCK_EX | LOCK_NB) == 0 &&
          (!user.switched || chown(path.c_str(), user.uid, user.gid) == 0))
        made = Made{.path = path, .lock = lock};
    }
  }
  close(house_lock);
  return made;
}

}  // namespace

Result<Room> Room::make(const ServerUser& user) {
  std::string tried;
  for (const std::string& place : places()) {
    tried += (tried.empty() ? "" : ", ") + place;
    const std::optional<std::string> house = house_in(place, user);
    if (!house || house->size() + std::strlen("/XXXXXX/") + std::strlen(socket_name) > longest_socket_path) continue;
    if (std::optional<Made> made = room_in(*house, user)) return Room(std::move(made->path), made->lock);
  }
  return Error{.message = fmt::format("no place for the embedded server; tried {}: {}", tried, strerror(errno)),
               .hint = "set TMPDIR to a directory with a short path that this user can write to"};
}

Room::Room(std::string path, int lock) : path_(std::move(path)), lock_(lock), owner_(getpid()) {}

Room::Room(Room&& other) noexcept { *this = std::move(other); }

Room& Room::operator=(Room&& other) noexcept {
  if (this == &other) return *this;
  clear();
  path_ = std::move(other.path_);
  lock_ = std::exchange(other.lock_, -1);
  owner_ = other.owner_;
  return *this;
}

Room::~Room() { clear(); }

void Room::clear() noexcept {
  if (lock_ < 0) return;
  std::error_code ignored;
  if (owner_ == getpid()) fs::remove_all(path_, ignored);
  close(lock_);
  lock_ = -1;
}

}  // namespace trueup::db
