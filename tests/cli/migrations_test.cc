#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Migrations : public Sandbox {};

constexpr const char* first =
    "-- Schema Change: Up\nCREATE TABLE t (id integer);\n-- Schema Change: Down\nDROP TABLE t;\n";

TEST_F(Migrations, GenerateWritesTheDirectorysFormat) {
  file("schema/t.sql", "CREATE TABLE t (id integer);");
  file("trueup.toml", "migrations_format = \"golang-migrate\"\n");
  EXPECT_EQ(trueup({"generate", "-m", "first", "--no-proof"}).out,
            "migrations/000001_first.up.sql\nmigrations/000001_first.down.sql\n");
  file("trueup.toml", "");
  file("schema/t.sql", "CREATE TABLE t (id integer, note text);");
  EXPECT_EQ(trueup({"generate", "-m", "second", "--no-proof"}).out,
            "migrations/000002_second.up.sql\nmigrations/000002_second.down.sql\n")
      << "what is there tells";
  EXPECT_TRUE(holds(contents("migrations/trueup.sum"), "000002 sha256:"));
  EXPECT_EQ(trueup({"generate", "-m", "third", "--no-proof"}).out, "") << "replayed, it leads to the schema";
}

TEST_F(Migrations, AnUnknownFormatIsAnErrorThatNamesAll) {
  const auto refused = trueup({"migrate", "new", "--migrations-format", "rails"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_TRUE(holds(refused.err, "numbered, flyway, golang-migrate, goose, dbmate, alembic, sqitch"));
}

TEST_F(Migrations, NewOpensAnEmptyFile) {
  file("migrations/001_first.sql", first);
  EXPECT_EQ(trueup({"migrate", "new", "-m", "by hand"}).out, "migrations/002_by_hand.sql\n");
  EXPECT_EQ(contents("migrations/002_by_hand.sql"), "-- Schema Change: Up\n\n-- Schema Change: Down\n");
  const auto replayed = trueup({"dump", "migrations:migrations"});
  EXPECT_EQ(replayed.exit_code, 0) << replayed.err;
  EXPECT_EQ(replayed.err.find("edited"), std::string::npos) << "nobody has proven it yet";
}

TEST_F(Migrations, NothingIsWrittenBesideAConflict) {
  file("migrations/001_first.sql", first);
  file("migrations/trueup.sum", "<<<<<<< HEAD\n=======\n>>>>>>> other\n");
  const auto refused = trueup({"migrate", "new"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_TRUE(holds(refused.err, "migrations/trueup.sum:1:1: error: two branches both added revisions"));
  EXPECT_EQ(files_below("migrations").size(), 2u);
}

TEST_F(Migrations, RebaseNumbersAnewAndWritesTheSum) {
  file("migrations/001_first.sql", first);
  file("migrations/002_ours.sql", "-- Schema Change: Up\nALTER TABLE t ADD a int;\n");
  file("migrations/002_theirs.sql", "-- Schema Change: Up\nALTER TABLE t ADD b int;\n");
  const auto twice = trueup({"dump", "migrations:migrations"});
  EXPECT_EQ(twice.exit_code, 1);
  EXPECT_TRUE(holds(twice.err, "002_ours.sql and 002_theirs.sql have the same number"));
  EXPECT_EQ(trueup({"migrate", "rebase", "--applied", "002"}).exit_code, 1) << "which of the two?";
  const auto moved = trueup({"migrate", "rebase", "--applied", "002", "--move", "migrations/002_ours.sql"});
  EXPECT_EQ(moved.out, "migrations/002_ours.sql -> migrations/003_ours.sql\n") << moved.err;
  EXPECT_TRUE(holds(contents("migrations/trueup.sum"), "003_ours.sql"));
  EXPECT_EQ(trueup({"dump", "migrations:migrations"}).exit_code, 0);
}

TEST_F(Migrations, ImportWritesWhatLeadsToTheSame) {
  file("flyway/V1__first.sql", "CREATE TABLE t (id integer);\nCREATE INDEX i ON t (id);");
  file("flyway/V2__second.sql", "CREATE INDEX CONCURRENTLY j ON t (id);");
  const auto imported = trueup({"migrate", "import", "flyway"});
  EXPECT_EQ(imported.out, "migrations/001_first.sql\nmigrations/002_second.sql\n") << imported.err;
  EXPECT_TRUE(holds(contents("migrations/002_second.sql"), "-- trueup: no-transaction\n"));
  EXPECT_TRUE(holds(contents("migrations/002_second.sql"), "-- Imported: flyway 2\n"));
  const std::string target =
      database("CREATE TABLE t (id integer); CREATE INDEX i ON t (id); CREATE INDEX j ON t (id)");
  file("trueup.toml", "[manage]\nowners = false\n");
  EXPECT_EQ(trueup({"check", "--from", target, "--to", "migrations:migrations"}).exit_code, 0);
  const auto again = trueup({"migrate", "import", "flyway"});
  EXPECT_EQ(again.exit_code, 4) << again.err;
  EXPECT_EQ(files_below("migrations").size(), 3u) << "two migrations and trueup.sum";
}

TEST_F(Migrations, ImportWritesNothingOfWhatItCannotRead) {
  file(
      "alembic/versions/a.py",
      "revision = 'a'\ndown_revision = None\n\ndef upgrade():\n    op.drop_table('t')\n\ndef downgrade():\n    pass\n");
  const auto refused = trueup({"migrate", "import", "alembic"});
  EXPECT_EQ(refused.exit_code, 1);
  EXPECT_TRUE(holds(refused.err, "alembic/versions/a.py:5:1: error: "));
  EXPECT_FALSE(std::filesystem::exists("migrations"));
  file("broken/V1__a.sql", "CREATE TABLE t (id nothing);");
  const auto failed = trueup({"migrate", "import", "broken"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_TRUE(holds(failed.err, "broken/V1__a.sql:1: "));
  EXPECT_FALSE(std::filesystem::exists("migrations"));
}

TEST_F(Migrations, AdoptTakesOverAHistoryThatTheDatabaseBearsOut) {
  file("migrations/00001_a.sql", "-- +goose Up\nCREATE TABLE t (id integer);\n-- +goose Down\nDROP TABLE t;\n");
  file("migrations/00002_b.sql", "-- +goose Up\nALTER TABLE t ADD note text;\n-- +goose Down\n");
  file("migrations/00003_c.sql", "-- +goose Up\nALTER TABLE t ADD more text;\n-- +goose Down\n");
  const std::string target = database(
      "CREATE TABLE goose_db_version (id serial PRIMARY KEY, version_id bigint, is_applied boolean, tstamp timestamp);"
      "INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, true), (1, true), (2, true);"
      "CREATE TABLE t (id integer)");
  const auto refused = trueup({"migrate", "adopt", "--from", target});
  EXPECT_EQ(refused.exit_code, 2) << "2 is said to be applied, and its column is not there";
  EXPECT_TRUE(holds(refused.err, "column public.t.note"));
  EXPECT_EQ(ask(target, "SELECT count(*) FROM pg_namespace WHERE nspname = 'trueup'"), "0") << "nothing was written";

  run(target, "ALTER TABLE t ADD note text");
  const auto adopted = trueup({"migrate", "adopt", "--from", target});
  EXPECT_EQ(adopted.exit_code, 0) << adopted.err;
  EXPECT_TRUE(holds(trueup({"migrate", "status", "--from", target}).out, "1 of 3 to be run"));
  EXPECT_EQ(ask(target, "SELECT count(*) FROM public.goose_db_version"), "3") << "theirs stays";
  EXPECT_EQ(trueup({"migrate", "adopt", "--from", target}).exit_code, 4) << "there is a history now";
  EXPECT_EQ(trueup({"migrate", "up", "--from", target}).exit_code, 0);
  EXPECT_EQ(ask(target, "SELECT count(more) FROM public.t"), "0");
}

}  // namespace
}  // namespace trueup::cli
