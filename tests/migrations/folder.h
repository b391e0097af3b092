#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "migrations/format.h"

namespace trueup::migrations {

/// A test with a directory of its own.
class Folder : public ::testing::Test {
 protected:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "trueup_test_XXXXXX").string();
    path = mkdtemp(pattern.data());
  }
  ~Folder() override { std::filesystem::remove_all(path); }
  void file(const std::string& name, const std::string& text = "") const {
    std::filesystem::create_directories((path / name).parent_path());
    std::ofstream(path / name, std::ios::binary) << text;
  }
  [[nodiscard]] std::string contents(const std::string& name) const {
    std::ifstream stream(path / name);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  /// Reads the directory; `found` holds what was said of it.
  Directory directory(const std::string& format = "") {
    found.clear();
    auto directory = migrations::read(path, {.format = format, .may_be_missing = false}, found);
    EXPECT_TRUE(directory.ok()) << directory.error().message;
    return *directory;
  }
  /// "file:line:column: …" of the first error; "" without one.
  [[nodiscard]] std::string first_error() const {
    for (const Diagnostic& d : found)
      if (d.severity == Severity::error) return to_string(d).substr(path.string().size() + 1);
    return "";
  }
  std::filesystem::path path;
  Diagnostics found;
};

}  // namespace trueup::migrations
