#include "db/scratch_server.h"

#include <fmt/format.h>
#include <locale.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <utility>

#include "db/kept_state.h"
#include "db/scratch_data.h"
#include "db/scratch_process.h"
#include "db/scratch_programs.h"

namespace trueup::db {

namespace {

constexpr std::chrono::seconds patience{20};

std::vector<std::string> server_command(const Programs& programs, const Room& room, int major) {
  std::vector<std::string> argv = {programs.path("postgres"), "-D", room.data(), "-k", room.path(), "-p", "5432", "-F"};
  // Nothing here outlives the run, so nothing has to reach the disk; locks for whole schemas in one transaction.
  std::vector<std::string> settings = {"listen_addresses=",
                                       "full_page_writes=off",
                                       "synchronous_commit=off",
                                       "wal_level=minimal",
                                       "max_wal_senders=0",
                                       "max_wal_size=64MB",
                                       "shared_buffers=32MB",
                                       "max_connections=24",
                                       "superuser_reserved_connections=2",
                                       "autovacuum=off",
                                       "jit=off",
                                       "max_worker_processes=0",
                                       "max_parallel_workers=0",
                                       "max_locks_per_transaction=1024",
                                       "huge_pages=off",
                                       "checkpoint_timeout=1h",
                                       "bgwriter_lru_maxpages=0",
                                       "update_process_title=off",
                                       "restart_after_crash=off",
                                       "log_min_error_statement=panic",
                                       "logging_collector=off"};
  if (major >= 18) settings.emplace_back("io_method=sync");
  for (std::string& setting : settings) {
    argv.emplace_back("-c");
    argv.push_back(std::move(setting));
  }
  return argv;
}

/// The server writes its state into line 8 of postmaster.pid: "ready" once it takes connections.
bool says_ready(const std::string& data) {
  std::ifstream file(data + "/postmaster.pid");
  std::string line;
  for (int i = 0; i < 8; ++i)
    if (!std::getline(file, line)) return false;
  return line.starts_with("ready");
}

Result<void> wait_until_ready(pid_t server, const Room& room) {
  const auto deadline = std::chrono::steady_clock::now() + patience;
  while (!says_ready(room.data())) {
    if (waitpid(server, nullptr, WNOHANG) == server)
      return Error{.message = fmt::format("the embedded server did not start: {}", tail_of(room.log())), .hint = {}};
    if (std::chrono::steady_clock::now() > deadline) {
      stop_server(server);
      return Error{.message = fmt::format("the embedded server is not ready after {} s: {}", patience.count(),
                                          tail_of(room.log())),
                   .hint = {}};
    }
    usleep(500);
  }
  return {};
}

bool locale_exists(const std::string& name) {
  const locale_t locale = newlocale(LC_ALL_MASK, name.c_str(), nullptr);
  if (locale == nullptr) return false;
  freelocale(locale);
  return true;
}

Result<pid_t> launch(const DataOptions& data, const ServerUser& user, const Room& room, bool fresh, FilledData& with) {
  Result<FilledData> filled = fill_data(data, user, room.data(), room.log(), fresh);
  if (!filled) return filled.error();
  with = std::move(*filled);
  Result<pid_t> server = spawn(server_command(data.programs, room, std::atoi(with.version.c_str())), user, room.log());
  if (!server) return server;
  if (Result<void> ready = wait_until_ready(*server, room); !ready) return ready.error();
  return server;
}

void note_version(int wanted, const std::string& version, std::vector<std::string>& notes) {
  const int major = std::atoi(version.c_str());
  if (wanted == 0 || major == wanted) return;
  notes.push_back(fmt::format("proven on PostgreSQL {}, not on {}: no programs of that version were found{}", version,
                              wanted, major < wanted ? "; what is newer than the embedded server is unproven" : ""));
}

}  // namespace

std::optional<std::string> server_identity(const ScratchOptions& options) {
  if (!options.url.empty() || !cache_directory()) return std::nullopt;
  const Result<Programs> programs = find_programs(options.pg_bin, options.server_version / 10000);
  if (!programs) return std::nullopt;
  return key_of({.programs = *programs,
                 .locale = locale_exists(options.locale) ? options.locale : "C",
                 .encoding = options.encoding,
                 .kept = {}});
}

Result<OwnServer> OwnServer::start(const ScratchOptions& options, std::vector<std::string>& notes) {
  const int wanted = options.server_version / 10000;
  Result<ServerUser> user = server_user();
  if (!user) return user.error();
  Result<Programs> programs = find_programs(options.pg_bin, wanted);
  if (!programs) return programs.error();
  DataOptions data{.programs = *programs, .locale = options.locale, .encoding = options.encoding, .kept = options.kept};
  if (!locale_exists(data.locale)) {
    notes.push_back(
        fmt::format("the locale {} does not exist here: C is used, sort order stays unproven", data.locale));
    data.locale = "C";
  }
  Result<Room> room = Room::make(*user);
  if (!room) return room.error();

  FilledData with;
  Result<pid_t> server = launch(data, *user, *room, false, with);
  if (!server) {
    // A cached directory may be damaged (a crash while it was written): once more without it.
    std::error_code ignored;
    std::filesystem::remove_all(room->data(), ignored);
    std::filesystem::remove(room->log(), ignored);
    if (with.note) forget_kept(options.kept);
    with = {};
    server = launch(data, *user, *room, true, with);
  }
  if (!server) return server.error();
  note_version(wanted, with.version, notes);
  OwnServer own(std::move(*room), *server);
  own.kept_note_ = std::move(with.note);
  return own;
}

OwnServer::OwnServer(Room room, pid_t server)
    : room_(std::move(room)), server_(server), owner_(getpid()), guard_(server, room_.path()) {}

OwnServer::OwnServer(OwnServer&& other) noexcept
    : room_(std::move(other.room_)),
      server_(std::exchange(other.server_, 0)),
      owner_(other.owner_),
      guard_(std::move(other.guard_)),
      kept_note_(std::move(other.kept_note_)) {}

OwnServer& OwnServer::operator=(OwnServer&& other) noexcept {
  if (this == &other) return *this;
  stop();
  room_ = std::move(other.room_);
  server_ = std::exchange(other.server_, 0);
  owner_ = other.owner_;
  guard_ = std::move(other.guard_);
  kept_note_ = std::move(other.kept_note_);
  return *this;
}

OwnServer::~OwnServer() { stop(); }

void OwnServer::stop() noexcept {
  if (server_ > 0 && owner_ == getpid()) stop_server(server_);
  server_ = 0;
}

}  // namespace trueup::db
