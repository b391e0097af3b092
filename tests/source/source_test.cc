#include "source/source.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "source/scripts.h"
#include "source/snapshot.h"
#include "source/subprocess.h"

namespace trueup::source {
namespace {

namespace fs = std::filesystem;

class Folder : public ::testing::Test {
 protected:
  Folder() : before_(fs::current_path()) {
    std::string pattern = (fs::temp_directory_path() / "trueup_source_XXXXXX").string();
    path_ = mkdtemp(pattern.data());
    fs::current_path(path_);
  }
  ~Folder() override {
    fs::current_path(before_);
    fs::remove_all(path_);
  }
  static void file(const fs::path& path, const std::string& text = "SELECT 1;") {
    if (path.has_parent_path()) fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }

 private:
  fs::path before_;
  fs::path path_;
};

TEST_F(Folder, FormsAreRecognised) {
  file("a.sql");
  fs::create_directory("dir");
  struct Row {
    const char* text;
    Form form;
    const char* place;
  };
  for (const Row& row :
       {Row{"a.sql", Form::file, "a.sql"}, Row{"dir", Form::directory, "dir"}, Row{"*.sql", Form::glob, "*.sql"},
        Row{"-", Form::standard_input, ""}, Row{"snapshot:x", Form::snapshot, "x"},
        Row{"migrations:m", Form::migrations, "m"}, Row{"git:v1:a/b:c", Form::git, "a/b:c"},
        Row{"postgres://h/d", Form::database, "postgres://h/d"},
        Row{"postgresql://h/d?x=[1]", Form::database, "postgresql://h/d?x=[1]"},
        Row{"host=h dbname=d", Form::database, "host=h dbname=d"}, Row{"service=s", Form::database, "service=s"}}) {
    const auto source = recognise(row.text);
    ASSERT_TRUE(source.ok()) << row.text << ": " << source.error().message;
    EXPECT_EQ(source->form, row.form) << row.text;
    EXPECT_EQ(source->place, row.place) << row.text;
  }
  EXPECT_EQ(recognise("git:v1:a")->revision, "v1");
}

TEST_F(Folder, WhatNamesNothingIsRefused) {
  for (const char* text : {"", "none.sql", "none/", "mysql://h/d", "snapshot:", "migrations:", "git:", "git:x",
                           "git::x", "git:--output=x:y"})
    EXPECT_FALSE(recognise(text).ok()) << text;
}

TEST_F(Folder, PasswordsDoNotShow) {
  EXPECT_EQ(recognise("postgres://me:secret@h/d")->display.find("secret"), std::string::npos);
  EXPECT_EQ(recognise("host=h password=secret")->display.find("secret"), std::string::npos);
}

TEST_F(Folder, DirectoriesAreReadInOrderWithoutFollowingLinks) {
  file("schema/b.sql");
  file("schema/a/z.sql");
  file("schema/a.txt");
  file("schema/.hidden/x.sql");
  file("elsewhere/c.sql");
  fs::create_symlink("../elsewhere/c.sql", "schema/c.sql");
  fs::create_directory_symlink("../elsewhere", "schema/linked");
  Diagnostics diagnostics;
  const auto scripts = read_directory("schema", diagnostics);
  ASSERT_TRUE(scripts.ok());
  ASSERT_EQ(scripts->size(), 2u);
  EXPECT_EQ((*scripts)[0].name, "schema/a/z.sql");
  EXPECT_EQ((*scripts)[1].name, "schema/b.sql");
  EXPECT_EQ(diagnostics.size(), 2u);
  EXPECT_EQ(diagnostics[0].code, "link-not-followed");
}

TEST_F(Folder, MigrationFilesAreNoDesiredState) {
  file("schema/a.sql", "-- Schema Change: Up\nCREATE TABLE t ();\n");
  Diagnostics diagnostics;
  const auto scripts = read_scripts(*recognise("schema"), diagnostics);
  ASSERT_FALSE(scripts.ok());
  EXPECT_NE(scripts.error().hint.find("migrations:DIR"), std::string::npos);
}

TEST_F(Folder, TextThatIsNoSqlIsRefused) {
  EXPECT_FALSE(as_script("x", std::string("a\0b", 3)).ok());
  EXPECT_FALSE(as_script("x",
                         "\xFF\xFE"
                         "a")
                   .ok());
  EXPECT_EQ(as_script("x", "\xEF\xBB\xBFSELECT 1")->text, "SELECT 1");
}

TEST_F(Folder, GitRevisionsAreReadAsTheyWere) {
  ASSERT_EQ(run_program({"git", "init", "-q", "."})->exit_code, 0);
  file("schema/a.sql", "old a\n");
  file("schema/deep/b c.sql", "old b");
  file("schema/note.txt", "no");
  const auto commit = [] {
    EXPECT_EQ(run_program({"git", "add", "."})->exit_code, 0);
    EXPECT_EQ(run_program({"git", "-c", "user.name=x", "-c", "user.email=x@x", "commit", "-qm", "x"})->exit_code, 0);
  };
  commit();
  file("schema/a.sql", "new a\n");
  commit();
  Diagnostics diagnostics;
  const auto scripts = read_git("HEAD~1", "schema/", diagnostics);
  ASSERT_TRUE(scripts.ok()) << scripts.error().message;
  ASSERT_EQ(scripts->size(), 2u);
  EXPECT_EQ((*scripts)[0].name, "git:HEAD~1:schema/a.sql");
  EXPECT_EQ((*scripts)[0].text, "old a\n");
  EXPECT_EQ((*scripts)[1].text, "old b");
  EXPECT_EQ((*read_git("HEAD", "schema/note.txt", diagnostics))[0].text, "no") << "a file that is named is read";
  EXPECT_FALSE(read_git("HEAD", "nowhere", diagnostics).ok());
  EXPECT_FALSE(read_git("nosuch", "schema", diagnostics).ok());
}

TEST(Subprocess, GivesOutputsAndExitCode) {
  const auto done = run_program({"/bin/sh", "-c", "cat; echo err >&2; exit 7"}, "in");
  ASSERT_TRUE(done.ok());
  EXPECT_EQ(done->exit_code, 7);
  EXPECT_EQ(done->out, "in");
  EXPECT_EQ(done->err, "err\n");
  EXPECT_FALSE(run_program({"no-such-program-here"}).ok());
}

TEST(Snapshot, ReadsBackItsHeader) {
  Catalog catalog;
  catalog.server_version = 150020;
  catalog.server_version_text = "15.20";
  catalog.current_user = "me";
  catalog.roles = {"a", "b"};
  const std::string text = write_snapshot(catalog, "CREATE TABLE t ();\n");
  const auto header = read_snapshot_header("x", text);
  ASSERT_TRUE(header.ok()) << header.error().message;
  EXPECT_EQ(header->server_version, 150020);
  EXPECT_EQ(header->server_version_text, "15.20");
  EXPECT_EQ(header->current_user, "me");
  EXPECT_EQ(header->roles, catalog.roles);
  EXPECT_FALSE(read_snapshot_header("x", text + "-- more").ok());
  EXPECT_FALSE(read_snapshot_header("x", "CREATE TABLE t ();").ok());
  EXPECT_FALSE(read_snapshot_header("x", "-- trueup snapshot, format 2\n").ok());
}

}  // namespace
}  // namespace trueup::source
