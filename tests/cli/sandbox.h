#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "db/connection.h"
#include "db/scratch.h"
#include "source/subprocess.h"

namespace trueup::cli {

/// A folder of its own to work in, and databases on a throwaway server: what a user has in front of them.
class Sandbox : public ::testing::Test {
 protected:
  Sandbox();
  ~Sandbox() override;

  /// Runs the program under test with `arguments`, in the folder.
  [[nodiscard]] static source::Finished trueup(std::vector<std::string> arguments, const std::string& input = {});
  /// The same through the shell, for what surrounds a command (a pipe, `timeout`); `$TRUEUP` is the program.
  [[nodiscard]] static source::Finished shell(const std::string& command);

  static void file(const std::string& path, const std::string& text);
  [[nodiscard]] static std::string contents(const std::string& path);
  [[nodiscard]] static std::vector<std::string> files_below(const std::string& path);

  /// A new database with `sql` run in it; gives its connection string.
  [[nodiscard]] std::string database(const std::string& sql = {});
  static void run(const std::string& target, const std::string& sql);
  /// The first value that `sql` gives.
  [[nodiscard]] static std::string ask(const std::string& target, const std::string& sql);

 private:
  std::filesystem::path folder_;
  std::filesystem::path before_;
  std::vector<std::string> databases_;
};

/// Whether `text` holds `part`, said so on failure.
[[nodiscard]] ::testing::AssertionResult holds(const std::string& text, const std::string& part);

}  // namespace trueup::cli
