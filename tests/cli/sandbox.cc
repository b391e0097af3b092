#include "cli/sandbox.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <optional>

namespace trueup::cli {

namespace fs = std::filesystem;

/// One embedded server for the whole test program.
static db::Scratch& server() {
  static std::optional<db::Scratch> scratch;
  if (!scratch) {
    auto started = db::Scratch::start({});
    if (!started) {
      ADD_FAILURE() << started.error().message;
      std::abort();
    }
    scratch = std::move(*started);
  }
  return *scratch;
}

Sandbox::Sandbox() : before_(fs::current_path()) {
  std::string pattern = (fs::temp_directory_path() / "trueup_cli_XXXXXX").string();
  folder_ = mkdtemp(pattern.data());
  fs::current_path(folder_);
  unsetenv("DATABASE_URL");
  setenv("TRUEUP", TRUEUP_BINARY, 1);
}

Sandbox::~Sandbox() {
  fs::current_path(before_);
  fs::remove_all(folder_);
  for (const std::string& name : databases_) (void)server().drop_database(name);
}

source::Finished Sandbox::trueup(std::vector<std::string> arguments, const std::string& input) {
  arguments.insert(arguments.begin(), TRUEUP_BINARY);
  auto finished = source::run_program(arguments, input);
  if (finished) return *finished;
  ADD_FAILURE() << finished.error().message;
  return {};
}

source::Finished Sandbox::shell(const std::string& command) {
  auto finished = source::run_program({"/bin/sh", "-c", command});
  if (finished) return *finished;
  ADD_FAILURE() << finished.error().message;
  return {};
}

void Sandbox::file(const std::string& path, const std::string& text) {
  if (const auto parent = fs::path(path).parent_path(); !parent.empty()) fs::create_directories(parent);
  std::ofstream(path, std::ios::binary) << text;
}

std::string Sandbox::contents(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> Sandbox::files_below(const std::string& path) {
  std::vector<std::string> files;
  if (!fs::exists(path)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(path))
    if (entry.is_regular_file()) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

std::string Sandbox::database(const std::string& sql) {
  const auto name = server().create_database();
  if (!name) {
    ADD_FAILURE() << name.error().message;
    return {};
  }
  databases_.push_back(*name);
  const std::string target = server().user_target(*name);
  if (!sql.empty()) run(target, sql);
  return target;
}

void Sandbox::run(const std::string& target, const std::string& sql) {
  auto connection = db::Connection::open(target);
  if (!connection) {
    ADD_FAILURE() << connection.error().message;
    return;
  }
  const auto done = connection->run("SET search_path = public; " + sql);
  EXPECT_TRUE(done.ok()) << (done ? "" : done.error().message) << "\n" << sql;
}

std::string Sandbox::ask(const std::string& target, const std::string& sql) {
  auto connection = db::Connection::open(target);
  if (!connection) return connection.error().message;
  const auto rows = connection->run(sql);
  return !rows ? rows.error().message : rows->empty() ? "" : rows->text(0, 0);
}

::testing::AssertionResult holds(const std::string& text, const std::string& part) {
  if (text.find(part) != std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "no \"" << part << "\" in:\n" << text;
}

}  // namespace trueup::cli
