#include "migrations/directory.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>

namespace trueup::migrations {
namespace {

namespace fs = std::filesystem;

class Folder : public ::testing::Test {
 protected:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "trueup_test_XXXXXX").string();
    path = mkdtemp(pattern.data());
  }
  ~Folder() override { fs::remove_all(path); }
  void file(const std::string& name, const std::string& text = "") const { std::ofstream(path / name) << text; }
  [[nodiscard]] std::string contents(const std::string& name) const {
    std::ifstream stream(path / name);
    return {std::istreambuf_iterator<char>(stream), {}};
  }
  fs::path path;
};

TEST_F(Folder, NumbersGoOnFromTheLast) {
  EXPECT_EQ(fs::path(next_path(*list(path, false), "x")).filename(), "001_x.sql");
  file("000_first.sql");
  EXPECT_EQ(fs::path(next_path(*list(path, false), "x")).filename(), "001_x.sql");
  file("0007_wide.sql");
  file("notes.txt");
  file("unnumbered.sql");
  const auto directory = list(path, false);
  EXPECT_EQ(fs::path(next_path(*directory, "x")).filename(), "0008_x.sql");
  EXPECT_EQ(directory->others, std::vector<std::string>{"unnumbered.sql"});
  ASSERT_EQ(directory->entries.size(), 2u);
  EXPECT_EQ(directory->entries[0].name, "000_first.sql");
}

TEST_F(Folder, TwoFilesWithOneNumberAreRefused) {
  file("001_a.sql");
  file("01_b.sql");
  const auto directory = list(path, false);
  ASSERT_FALSE(directory.ok());
  EXPECT_NE(directory.error().message.find("001_a.sql and 01_b.sql"), std::string::npos) << directory.error().message;
}

TEST_F(Folder, AMissingDirectoryIsEmptyOnlyWhereThatIsMeant) {
  EXPECT_TRUE(list(path / "none", true).ok());
  EXPECT_FALSE(list(path / "none", false).ok());
}

TEST(SafeName, IsSnakeCase) {
  EXPECT_EQ(safe_name("Add order notes"), "add_order_notes");
  EXPECT_EQ(safe_name("../../etc/passwd"), "etc_passwd");
  EXPECT_EQ(safe_name("  \"quoted\"\nline; DROP  "), "quoted_line_drop");
  EXPECT_EQ(safe_name("größe"), "gr_e");
  EXPECT_EQ(safe_name(""), "migration");
  EXPECT_EQ(safe_name("!!!"), "migration");
  EXPECT_EQ(safe_name(std::string(200, 'x')).size(), 60u);
}

TEST_F(Folder, WritesOnceAndNeverOverwrites) {
  EXPECT_TRUE(write_new_file(path / "sub" / "001_a.sql", "first").ok());
  EXPECT_EQ(contents("sub/001_a.sql"), "first");
  const auto again = write_new_file(path / "sub" / "001_a.sql", "second");
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, ExitCode::conflict);
  EXPECT_EQ(contents("sub/001_a.sql"), "first");
  EXPECT_EQ(std::distance(fs::directory_iterator(path / "sub"), {}), 1) << "no temporary file is left";
}

TEST_F(Folder, AFullDiskLeavesNothing) {
  // A limit on file sizes fails in the middle of writing, as a full disk does.
  rlimit before{};
  getrlimit(RLIMIT_FSIZE, &before);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit tight{.rlim_cur = 100, .rlim_max = before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &tight);
  const auto written = write_new_file(path / "001_a.sql", std::string(1000, 'x'));
  setrlimit(RLIMIT_FSIZE, &before);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().code, ExitCode::error);
  EXPECT_TRUE(fs::is_empty(path));
}

}  // namespace
}  // namespace trueup::migrations
