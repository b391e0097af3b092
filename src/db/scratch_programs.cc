#include "db/scratch_programs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace trueup::db {
namespace fs = std::filesystem;

namespace {

bool has_programs(const std::string& directory) {
  return access((directory + "/postgres").c_str(), X_OK) == 0 && access((directory + "/initdb").c_str(), X_OK) == 0;
}

/// The first number in "PostgreSQL 15.20 (Debian …)" or "15"; 0 without one.
int first_number(std::string_view text) {
  const auto digit = std::find_if(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c); });
  return std::atoi(std::string(digit, text.end()).c_str());
}

std::string first_line(FILE* stream) {
  char line[4096];
  if (fgets(line, sizeof line, stream) == nullptr) return {};
  std::string text = line;
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

void add_pg_config(std::vector<Programs>& found, std::vector<std::string>& looked_at) {
  looked_at.emplace_back("pg_config --bindir");
  FILE* output = popen("pg_config --bindir --version 2>/dev/null", "r");
  if (output == nullptr) return;
  const std::string directory = first_line(output);
  const int major = first_number(first_line(output));
  pclose(output);
  if (!directory.empty() && has_programs(directory)) found.push_back({.directory = directory, .major = major});
}

void add_debian(std::vector<Programs>& found, std::vector<std::string>& looked_at) {
  looked_at.emplace_back("/usr/lib/postgresql/*/bin");
  std::error_code ignored;
  std::vector<Programs> installed;
  for (const fs::directory_entry& entry : fs::directory_iterator("/usr/lib/postgresql", ignored)) {
    const std::string directory = entry.path() / "bin";
    if (has_programs(directory))
      installed.push_back({.directory = directory, .major = first_number(entry.path().filename().string())});
  }
  std::sort(installed.begin(), installed.end(), [](const Programs& a, const Programs& b) { return a.major > b.major; });
  found.insert(found.end(), installed.begin(), installed.end());
}

Error nothing_in(const std::string& directory, std::string_view given_by) {
  return {.message = fmt::format("no PostgreSQL programs (postgres, initdb) in {}, given by {}", directory, given_by),
          .hint = "name the directory of a PostgreSQL installation's programs, or a server with --scratch-url"};
}

}  // namespace

const Programs& choose(const std::vector<Programs>& candidates, int major) {
  if (major == 0) return candidates.front();
  const auto better = [&](const Programs& a, const Programs& b) {
    const bool a_older = a.major < major;
    const bool b_older = b.major < major;
    if (a_older != b_older) return b_older;
    return a_older ? a.major > b.major : a.major < b.major;
  };
  return *std::min_element(candidates.begin(), candidates.end(), better);
}

Result<Programs> find_programs(const std::string& pg_bin, int major) {
  if (!pg_bin.empty()) {
    if (!has_programs(pg_bin)) return nothing_in(pg_bin, "--pg-bin");
    return Programs{.directory = pg_bin, .major = 0};
  }
  if (const char* given = std::getenv("TRUEUP_PG_BIN"); given != nullptr && *given != '\0') {
    if (!has_programs(given)) return nothing_in(given, "TRUEUP_PG_BIN");
    return Programs{.directory = given, .major = 0};
  }
  std::vector<Programs> found;
  std::vector<std::string> looked_at;
  add_pg_config(found, looked_at);
  add_debian(found, looked_at);
  if (!found.empty()) return choose(found, major);
  return Error{.message = fmt::format("no PostgreSQL programs (postgres, initdb) found; looked at --pg-bin, "
                                      "TRUEUP_PG_BIN, {}",
                                      fmt::join(looked_at, ", ")),
               .hint =
                   "install the server package (Debian: postgresql-15), name its programs with --pg-bin, or give a "
                   "server with --scratch-url"};
}

}  // namespace trueup::db
