#include "migrations/manifest.h"

#include <gtest/gtest.h>

#include "migrations/folder.h"
#include "migrations/import.h"
#include "migrations/rebase.h"

namespace trueup::migrations {
namespace {

class Manifests : public Folder {
 protected:
  void migration(const std::string& name, const std::string& sql = "SELECT 1;") const {
    file(name, "-- Schema Change: Up\n" + sql + "\n");
  }
  /// The codes of what check_manifest() says, with the file's name.
  std::vector<std::string> said() {
    const Directory read = directory();
    Diagnostics wrong = found;
    EXPECT_TRUE(check_manifest(read, wrong).ok());
    return in_short(wrong);
  }
  static std::vector<std::string> in_short(const Diagnostics& wrong) {
    std::vector<std::string> all;
    for (const Diagnostic& d : wrong)
      all.push_back(d.code + " " + std::filesystem::path(d.where.file).filename().string() +
                    (d.where.line ? ":" + std::to_string(d.where.line) : ""));
    return all;
  }
  using Lines = std::vector<std::string>;
};

TEST_F(Manifests, NameWhatIsThere) {
  migration("001_a.sql");
  migration("002_b.sql");
  EXPECT_EQ(said(), Lines{}) << "a directory without one is as good";
  ASSERT_TRUE(write_manifest(directory()).ok());
  EXPECT_EQ(said(), Lines{});
  migration("001_a.sql", "SELECT 2;");
  migration("003_c.sql");
  std::filesystem::remove(path / "002_b.sql");
  EXPECT_EQ(said(), (Lines{"changed 001_a.sql", "not-in-manifest 003_c.sql", "missing-file trueup.sum:3"}));
}

TEST_F(Manifests, AddingOneAcceptsNothingElse) {
  migration("001_a.sql");
  ASSERT_TRUE(write_manifest(directory()).ok());
  const auto known = read_manifest(path, found);
  migration("001_a.sql", "SELECT 2;");
  migration("002_b.sql");
  migration("003_c.sql");
  file("trueup.sum", extended_text(**known, directory(), {path / "003_c.sql"}));
  EXPECT_EQ(said(), (Lines{"changed 001_a.sql", "not-in-manifest 002_b.sql"}));
}

TEST_F(Manifests, LineEndsDoNotCount) {
  migration("001_a.sql");
  ASSERT_TRUE(write_manifest(directory()).ok());
  file("001_a.sql", "-- Schema Change: Up\r\nSELECT 1;\r\n");
  std::string text = contents("trueup.sum");
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2) text.insert(at, "\r");
  file("trueup.sum", text);
  EXPECT_EQ(said(), Lines{});
}

TEST_F(Manifests, WhatGitLeavesOfAConflictIsSaid) {
  migration("001_a.sql");
  migration("002_b.sql");
  ASSERT_TRUE(write_manifest(directory()).ok());
  const std::string text = contents("trueup.sum");
  const auto last = text.rfind('\n', text.size() - 2) + 1;
  file("trueup.sum", text.substr(0, last) + "<<<<<<< HEAD\n" + text.substr(last) + "=======\n>>>>>>> other\n");
  EXPECT_EQ(said(), Lines{"manifest-conflict trueup.sum:3"});
  file("trueup.sum", text + "what?\n");
  EXPECT_EQ(said(), Lines{"manifest-line trueup.sum:4"});
}

TEST_F(Manifests, TwoBranchesThatAddOneConflict) {
  migration("001_a.sql");
  ASSERT_TRUE(write_manifest(directory()).ok());
  const auto git = [&](const std::string& command) {
    return std::system(
        ("cd '" + path.string() + "' && git -c user.name=a -c user.email=a@b " + command + " >/dev/null 2>&1").c_str());
  };
  const auto commit = [&](const std::string& name) {
    migration(name);
    ASSERT_TRUE(write_manifest(directory()).ok());
    ASSERT_EQ(git("add -A"), 0);
    ASSERT_EQ(git("commit -m x"), 0);
  };
  if (git("init -b main") != 0) GTEST_SKIP() << "no git";
  ASSERT_EQ(git("add -A"), 0);
  ASSERT_EQ(git("commit -m x"), 0);
  ASSERT_EQ(git("checkout -b other"), 0);
  commit("002_theirs.sql");
  ASSERT_EQ(git("checkout main"), 0);
  commit("002_ours.sql");
  EXPECT_NE(git("merge other"), 0);
  EXPECT_EQ(said().at(0), "same-number 002_theirs.sql");
}

TEST_F(Manifests, RebaseNumbersWhatIsNotApplied) {
  for (const auto* name : {"001_a.sql", "002_b.sql", "002_c.sql", "003_d.sql", "007_e.sql"}) migration(name);
  migration("002_c.sql", "SELECT 3;");
  const Directory read = directory();
  const auto applied = [&](std::size_t last) { return Applied{"002", read.revisions[last].checksum, ""}; };
  const auto moves = rebase(read, {{"001", "", ""}, applied(2)}, {});
  ASSERT_TRUE(moves.ok()) << moves.error().message;
  ASSERT_TRUE(carry_out(*moves).ok());
  EXPECT_EQ(said(), Lines{});
  for (const auto* name : {"001_a.sql", "002_c.sql", "003_b.sql", "004_d.sql", "005_e.sql"})
    EXPECT_TRUE(std::filesystem::exists(path / name)) << name;
}

TEST_F(Manifests, RebaseAsksWhichOfTwoWasApplied) {
  for (const auto* name : {"001_a.sql", "001_b.sql"}) migration(name);
  const Directory read = directory();
  EXPECT_FALSE(rebase(read, {{"001", "", ""}}, {}).ok());
  const auto moves = rebase(read, {{"001", "", ""}}, {"001_a.sql"});
  ASSERT_TRUE(moves.ok());
  EXPECT_EQ(*moves, (std::vector<Move>{{path / "001_a.sql", path / "002_a.sql"}}));
  file("002_a.sql", "");
  EXPECT_EQ(carry_out(*moves).error().code, ExitCode::conflict);
  EXPECT_TRUE(std::filesystem::exists(path / "001_a.sql"));
}

TEST_F(Manifests, RebaseRenamesAllOfARevision) {
  for (const auto* name : {"V1__a.sql", "V1.5__b.sql", "U1.5__b.sql", "V1.5__b.sql.conf"}) file(name, "SELECT 1;");
  const auto moves = rebase(directory(), {{"1", "", ""}}, {});
  ASSERT_TRUE(moves.ok());
  std::vector<std::string> names;
  for (const Move& move : *moves) names.push_back(std::filesystem::path(move.to).filename());
  EXPECT_EQ(names, (std::vector<std::string>{"V2__b.sql", "V2__b.sql.conf", "U2__b.sql"}));
}

TEST_F(Manifests, ImportKeepsStatementsAndSaysWhereTheyComeFrom) {
  file("theirs/V1.2__a.sql", "-- why\nCREATE TABLE a ();\nCREATE TABLE b ();\n");
  file("theirs/V3__c.sql", "CREATE INDEX CONCURRENTLY i ON a (x);");
  file("theirs/R__v.sql", "CREATE VIEW v AS SELECT 1");
  const Directory theirs = *migrations::read(path / "theirs", {}, found);
  std::filesystem::create_directory(path / "ours");
  const Directory ours = *migrations::read(path / "ours", {}, found);
  const auto written = write_all(ours, drafts_of(theirs));
  ASSERT_TRUE(written.ok());
  EXPECT_EQ(written->size(), 3u);
  const std::string first = contents("ours/001_a.sql");
  EXPECT_NE(first.find("-- Imported: flyway 1.2\n"), std::string::npos) << first;
  EXPECT_NE(first.find("-- why\nCREATE TABLE a ();\nCREATE TABLE b ();\n"), std::string::npos) << first;
  EXPECT_NE(contents("ours/002_c.sql").find("-- trueup: no-transaction\nCREATE INDEX"), std::string::npos);
  EXPECT_NE(contents("ours/003_v.sql").find("-- Imported: flyway v\n"), std::string::npos);
}

}  // namespace
}  // namespace trueup::migrations
