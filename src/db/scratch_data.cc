#include "db/scratch_data.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "base/hash.h"
#include "db/kept_state.h"
#include "db/scratch_copy.h"

namespace trueup::db {
namespace fs = std::filesystem;

namespace {

/// Raise when what a prepared directory holds changes.
constexpr int format_version = 1;

/// Beside the data in a cache entry: the version of the programs that made it.
constexpr const char* version_file = "version";

std::string read_line(const fs::path& file) {
  std::string line;
  std::getline(std::ifstream(file) >> std::ws, line);
  return line;
}

void write_text(const fs::path& file, std::string_view text) { std::ofstream(file) << text; }

/// "15.20" of "postgres (PostgreSQL) 15.20 (Debian …)".
Result<std::string> version_of(const Programs& programs, const ServerUser& user, const std::string& log) {
  const std::string output = log + ".version";
  if (Result<void> ran = run_program({programs.path("postgres"), "--version"}, user, output); !ran) return ran.error();
  std::istringstream words(read_line(output));
  std::string word;
  while (words >> word)
    if (std::isdigit(static_cast<unsigned char>(word.front()))) return word;
  return Error{.message = fmt::format("{} does not say its version", programs.path("postgres")), .hint = {}};
}

Result<void> initdb(const DataOptions& options, const ServerUser& user, const std::string& data,
                    const std::string& log) {
  return run_program(
      {options.programs.path("initdb"), "-N", "-A", "trust", "-U", superuser_name, "-E", options.encoding,
       "--locale=" + options.locale, "--lc-messages=C", "-T", "pg_catalog.english", "--wal-segsize=1", "-D", data},
      user, log);
}

/// Makes the second login and takes away the databases that are never used: half the bytes of every copy.
Result<void> slim(const DataOptions& options, const ServerUser& user, const std::string& data, const std::string& log) {
  const std::string input = log + ".sql";
  write_text(input, fmt::format("CREATE ROLE {} LOGIN\n"
                                "DROP DATABASE postgres\n"
                                "UPDATE pg_database SET datistemplate = false WHERE datname = 'template0'\n"
                                "DROP DATABASE template0\n",
                                user_name));
  chmod(input.c_str(), 0644);
  return run_program(
      {options.programs.path("postgres"), "--single", "-F", "-c", "log_min_messages=error", "-D", data, "template1"},
      user, log, input);
}

/// Keeps a prepared directory: built aside, then renamed. Losing the race to another run, or having no space, is fine.
void keep(const fs::path& cache, const std::string& key, const std::string& data, const std::string& version) {
  std::string aside = cache / ".build-XXXXXX";
  if (mkdtemp(aside.data()) == nullptr) return;
  std::error_code failed;
  if (copy_directory(data, aside + "/data", std::nullopt)) {
    write_text(fs::path(aside) / version_file, version);
    fs::rename(aside, cache / key, failed);
    if (!failed) return;
  }
  fs::remove_all(aside, failed);
}

/// Directories that a killed run left half-built an hour ago or longer.
void clear_half_built(const fs::path& cache) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(cache, ignored)) {
    const bool aside = entry.path().filename().string().starts_with(".build-");
    if (aside && fs::file_time_type::clock::now() - entry.last_write_time(ignored) > std::chrono::hours(1))
      fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace

std::optional<std::string> cache_directory() {
  fs::path base;
  if (const char* given = std::getenv("XDG_CACHE_HOME"); given != nullptr && *given == '/')
    base = given;
  else if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
    base = fs::path(home) / ".cache";
  else if (const passwd* entry = getpwuid(geteuid()))
    base = fs::path(entry->pw_dir) / ".cache";
  else
    return std::nullopt;
  const fs::path directory = base / "trueup" / "scratch";
  std::error_code failed;
  fs::create_directories(directory, failed);
  if (failed) return std::nullopt;
  return directory.string();
}

/// A new build of the same version must not meet a directory made by the old one, hence time and size.
std::string key_of(const DataOptions& options) {
  std::error_code ignored;
  const fs::path program = fs::canonical(options.programs.path("postgres"), ignored);
  struct stat status {};
  stat(program.c_str(), &status);
  return sha256_hex(fmt::format("{}|{}|{}|{}|{}|{}", format_version, program.string(), status.st_mtime, status.st_size,
                                options.locale, options.encoding))
      .substr(0, 24);
}

Result<FilledData> fill_data(const DataOptions& options, const ServerUser& user, const std::string& data,
                             const std::string& log, bool fresh) {
  if (!options.kept.empty() && !fresh)
    if (auto note = take_kept(options.kept, data, user)) {
      Result<std::string> version = version_of(options.programs, user, log);
      if (!version) return version.error();
      return FilledData{.version = *version, .note = std::move(note)};
    }
  const std::optional<fs::path> cache = cache_directory();
  const std::string key = key_of(options);
  std::error_code failed;
  if (cache && fresh) fs::remove_all(*cache / key, failed);
  if (cache && fs::exists(*cache / key / version_file, failed)) {
    if (Result<void> copied = copy_directory(*cache / key / "data", data, user); !copied) return copied.error();
    return FilledData{.version = read_line(*cache / key / version_file), .note = {}};
  }
  Result<std::string> version = version_of(options.programs, user, log);
  if (!version) return version.error();
  if (Result<void> made = initdb(options, user, data, log); !made) return made.error();
  if (Result<void> made = slim(options, user, data, log); !made) return made.error();
  if (cache) {
    clear_half_built(*cache);
    keep(*cache, key, data, *version);
  }
  return FilledData{.version = *version, .note = {}};
}

}  // namespace trueup::db
