#include "migrations/directory.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>

#include "migrations/folder.h"

namespace trueup::migrations {
namespace {

namespace fs = std::filesystem;

class Directories : public Folder {
 protected:
  /// The name of the file that generate would write next.
  [[nodiscard]] std::string next_name() {
    const Directory now = directory();
    return now.format->write(now, {.description = "x", .content = {}})->front().name;
  }
};

constexpr const char* empty_file = "-- Schema Change: Up\n-- Schema Change: Down\n";

TEST_F(Directories, NumbersGoOnFromTheLast) {
  EXPECT_EQ(next_name(), "001_x.sql");
  file("000_first.sql", empty_file);
  EXPECT_EQ(next_name(), "001_x.sql");
  file("0007_wide.sql", empty_file);
  file("notes.txt");
  file("unnumbered.sql");
  EXPECT_EQ(next_name(), "0008_x.sql");
  found.clear();
  const auto directory = migrations::read(path, {}, found);
  EXPECT_EQ(directory->others, std::vector<std::string>{"unnumbered.sql"});
  ASSERT_EQ(directory->revisions.size(), 2u);
  EXPECT_EQ(directory->revisions[0].version, "000");
  EXPECT_EQ(directory->revisions[0].description, "first");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].code, "no-number");
  EXPECT_EQ(found[0].where.file, path / "unnumbered.sql");
}

TEST_F(Directories, TwoFilesWithOneNumberAreAnError) {
  file("001_a.sql", empty_file);
  file("01_b.sql", empty_file);
  Diagnostics found;
  ASSERT_TRUE(read(path, {}, found).ok());
  ASSERT_TRUE(has_errors(found));
  EXPECT_EQ(found[0].message, "001_a.sql and 01_b.sql have the same number");
}

TEST_F(Directories, AMissingDirectoryIsEmptyOnlyWhereThatIsMeant) {
  EXPECT_TRUE(list(path / "none", true).ok());
  EXPECT_FALSE(list(path / "none", false).ok());
}

TEST_F(Directories, ChecksumsDoNotCountLineEnds) {
  file("001_a.sql", "-- Schema Change: Up\nSELECT 1;\n");
  Diagnostics found;
  const std::string unix_ends = read(path, {}, found)->revisions[0].checksum;
  file("001_a.sql", "-- Schema Change: Up\r\nSELECT 1;\r\n");
  EXPECT_EQ(read(path, {}, found)->revisions[0].checksum, unix_ends);
  file("001_a.sql", "-- Schema Change: Up\nSELECT  1;\n");
  EXPECT_NE(read(path, {}, found)->revisions[0].checksum, unix_ends);
}

TEST(Versions, CompareAsNumbers) {
  EXPECT_LT(compare_versions("9", "10"), 0);
  EXPECT_EQ(compare_versions("007", "7"), 0);
  EXPECT_LT(compare_versions("1.2", "1.10"), 0);
  EXPECT_EQ(compare_versions("1.0", "1"), 0);
  EXPECT_GT(compare_versions("20240131120000", "20240131115959"), 0);
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

TEST_F(Directories, WritesOnceAndNeverOverwrites) {
  EXPECT_TRUE(write_new_file(path / "sub" / "001_a.sql", "first").ok());
  EXPECT_EQ(contents("sub/001_a.sql"), "first");
  const auto again = write_new_file(path / "sub" / "001_a.sql", "second");
  ASSERT_FALSE(again.ok());
  EXPECT_EQ(again.error().code, ExitCode::conflict);
  EXPECT_EQ(contents("sub/001_a.sql"), "first");
  EXPECT_EQ(std::distance(fs::directory_iterator(path / "sub"), {}), 1) << "no temporary file is left";
}

TEST_F(Directories, AFullDiskLeavesNothing) {
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
