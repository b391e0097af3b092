#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Prove : public Sandbox {
 protected:
  static void migration(const std::string& name, const std::string& up, const std::string& down,
                        const std::string& header = {}) {
    file("migrations/" + name, header + "-- Schema Change: Up\n" + up + "\n\n-- Schema Change: Down\n" + down + "\n");
  }
  static void two() {
    migration("001_t.sql", "CREATE TABLE public.t (id integer PRIMARY KEY);", "DROP TABLE public.t;");
    migration("002_note.sql", "ALTER TABLE public.t ADD COLUMN note text;", "ALTER TABLE public.t DROP COLUMN note;");
    file("s.sql", "CREATE TABLE t (id integer PRIMARY KEY, note text);");
  }
  static source::Finished prove(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"prove", "migrations", "--to", "s.sql"});
    return trueup(more);
  }
  /// A cache that each test has to itself, apart from the prepared directories.
  Prove() {
    namespace fs = std::filesystem;
    const char* given = std::getenv("XDG_CACHE_HOME");
    const char* home = std::getenv("HOME");
    const fs::path shared = given ? fs::path(given) : fs::path(home ? home : "/root") / ".cache";
    fs::create_directories("cache/trueup");
    if (fs::exists(shared / "trueup/scratch"))
      fs::create_directory_symlink(shared / "trueup/scratch", "cache/trueup/scratch");
    if (given) before_ = given;
    setenv("XDG_CACHE_HOME", (fs::current_path() / "cache").c_str(), 1);
  }
  ~Prove() override { before_.empty() ? unsetenv("XDG_CACHE_HOME") : setenv("XDG_CACHE_HOME", before_.c_str(), 1); }

 private:
  std::string before_;
};

TEST_F(Prove, ADirectoryThatLeadsToTheDesiredStateHolds) {
  two();
  const auto done = prove();
  EXPECT_EQ(done.exit_code, 0) << done.err << done.out;
  EXPECT_TRUE(holds(done.out, "ok      migrations/001_t.sql"));
  EXPECT_TRUE(holds(done.err, "they lead to what s.sql says"));
}

TEST_F(Prove, AnotherEndIsADifference) {
  two();
  file("s.sql", "CREATE TABLE t (id integer PRIMARY KEY, note varchar(10));");
  const auto done = prove();
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_TRUE(holds(done.out, "migrations leads elsewhere than s.sql says"));
  EXPECT_TRUE(holds(done.out, "note"));
}

TEST_F(Prove, AWayBackThatLeadsElsewhereIsNamed) {
  two();
  migration("002_note.sql", "ALTER TABLE public.t ADD COLUMN note text;",
            "ALTER TABLE public.t ALTER note SET NOT NULL;");
  const auto done = prove({"--no-rows"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_TRUE(holds(done.out, "FAILED  migrations/002_note.sql"));
  EXPECT_TRUE(holds(done.out, "does not lead back: column public.t.note is there, but not expected"));
}

TEST_F(Prove, AStatementThatFailsIsNamedWithItsLine) {
  two();
  migration("002_note.sql", "ALTER TABLE public.t ADD COLUMN note text;\nALTER TABLE public.t ADD COLUMN note text;",
            "");
  const auto up = prove();
  EXPECT_EQ(up.exit_code, 2);
  EXPECT_TRUE(holds(up.out, "the way up does not run: migrations/002_note.sql:3: "));
  migration("002_note.sql", "ALTER TABLE public.t ADD COLUMN note text;", "ALTER TABLE public.t DROP COLUMN other;");
  const auto down = prove();
  EXPECT_EQ(down.exit_code, 2);
  EXPECT_TRUE(holds(down.out, "the way back does not run: migrations/002_note.sql:5: "));
}

// Both ways lead to the right states, but what the column held is lost on the way, and the header does not say so.
TEST_F(Prove, RowsThatAreLostMustBeInTheHeader) {
  migration("001_t.sql", "CREATE TABLE public.t (id integer, note text);", "DROP TABLE public.t;");
  file("s.sql", "CREATE TABLE t (id integer, note text);");
  const std::string up = "ALTER TABLE public.t DROP COLUMN note;\nALTER TABLE public.t ADD COLUMN note text;";
  const std::string header = "-- trueup migration, format 1\n-- Destroys: ";
  migration("002_again.sql", up, up, header + "nothing\n-- Up SHA-256: 00\n-- Down SHA-256: 00\n\n");
  const auto lost = prove();
  EXPECT_EQ(lost.exit_code, 2) << lost.out << lost.err;
  EXPECT_TRUE(holds(lost.out, "rows are not what they were after the way up"));
  migration("002_again.sql", up, up,
            header + "drop-column column public.t.note\n-- Up SHA-256: 00\n-- Down SHA-256: 00\n\n");
  const auto said = prove();
  EXPECT_EQ(said.exit_code, 0) << said.out << said.err;
}

TEST_F(Prove, AHandWrittenFileThatFailsOnRowsIsNamed) {
  two();
  migration("003_more.sql", "ALTER TABLE public.t ADD COLUMN more text NOT NULL;",
            "ALTER TABLE public.t DROP COLUMN more;");
  file("s.sql", "CREATE TABLE t (id integer PRIMARY KEY, note text, more text NOT NULL);");
  const auto done = prove();
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_TRUE(holds(done.out, "does not run where tables hold rows"));
  EXPECT_EQ(prove({"--no-rows"}).exit_code, 0);
}

TEST_F(Prove, WithoutAWayBackTheRestOfTheWayIsNotTried) {
  two();
  file("migrations/003_end.sql", "-- Schema Change: Up\nALTER TABLE public.t ADD COLUMN more text;\n");
  file("s.sql", "CREATE TABLE t (id integer PRIMARY KEY, note text, more text);");
  const auto done = prove();
  if (done.exit_code == 1) GTEST_SKIP() << "the format asks for a way back";
  EXPECT_EQ(done.exit_code, 0) << done.out << done.err;
  EXPECT_TRUE(holds(done.out, "it has no way back"));
}

TEST_F(Prove, WhatWasShownIsNotShownAgain) {
  std::string state = "CREATE TABLE t (id integer";
  const auto add = [&](int number) {
    const std::string column = "c" + std::to_string(number);
    migration("0" + std::to_string(number) + "_c.sql", "ALTER TABLE public.t ADD COLUMN " + column + " text;",
              "ALTER TABLE public.t DROP COLUMN " + column + ";");
    state += ", " + column + " text";
    file("s.sql", state + ");");
  };
  migration("01_t.sql",
            "CREATE ROLE reader;\nCREATE TABLE public.t (id integer);\nGRANT SELECT ON public.t TO somebody;",
            "DROP TABLE public.t;");
  for (int number = 2; number <= 9; ++number) add(number);
  const auto lacks_grant = prove();
  EXPECT_EQ(lacks_grant.exit_code, 2) << lacks_grant.err;
  state =
      "CREATE ROLE reader; CREATE TABLE t (id integer, c2 text, c3 text, c4 text, c5 text, c6 text, c7 text, c8 text, "
      "c9 text); GRANT SELECT ON t TO somebody;";
  file("s.sql", state);
  const auto again = prove();
  EXPECT_EQ(again.exit_code, 0) << again.out << again.err;
  EXPECT_TRUE(holds(again.err, "9 migrations shown before"));
  EXPECT_EQ(again.out, "");
  migration("10_more.sql", "ALTER TABLE public.t ADD COLUMN more text;", "ALTER TABLE public.t DROP COLUMN more;");
  state.replace(state.find("c9 text"), 7, "c9 text, more text");
  file("s.sql", state);
  const auto one = prove();
  EXPECT_EQ(one.exit_code, 0) << one.out << one.err;
  EXPECT_EQ(one.out, "ok      migrations/10_more.sql\n");
  // A change in the first file begins anew.
  migration("01_t.sql", "CREATE TABLE public.t (id integer);\nGRANT SELECT ON public.t TO somebody;",
            "DROP TABLE public.t;");
  const auto anew = prove({"--no-rows"});
  EXPECT_TRUE(holds(anew.out, "01_t.sql"));
  // What is kept must not be believed when it is damaged.
  for (const std::string& path : files_below("cache/trueup/states"))
    if (path.ends_with("pg_control")) file(path, "");
  migration("11_last.sql", "ALTER TABLE public.t ADD COLUMN last text;", "ALTER TABLE public.t DROP COLUMN last;");
  const auto damaged = prove({"--no-rows"});
  EXPECT_TRUE(holds(damaged.out, "ok      migrations/11_last.sql")) << damaged.err;
}

TEST_F(Prove, TwoRunsAtOnceShareTheCache) {
  migration("01_t.sql", "CREATE TABLE public.t (id integer);", "DROP TABLE public.t;");
  for (int number = 2; number <= 9; ++number)
    migration("0" + std::to_string(number) + "_c.sql",
              "ALTER TABLE public.t ADD COLUMN c" + std::to_string(number) + " text;",
              "ALTER TABLE public.t DROP COLUMN c" + std::to_string(number) + ";");
  const auto both = shell(
      "for i in 1 2; do (\"$TRUEUP\" plan --from migrations:migrations --to migrations:migrations --no-proof; echo $?) "
      "& "
      "done; wait");
  EXPECT_EQ(both.out.find('1'), std::string::npos) << both.out << both.err;
  for (const std::string& path : files_below("cache/trueup/states"))
    EXPECT_EQ(path.find("/.build-"), std::string::npos);
  EXPECT_FALSE(files_below("cache/trueup/states").empty());
}

}  // namespace
}  // namespace trueup::cli
