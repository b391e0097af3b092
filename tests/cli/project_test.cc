#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Project : public Sandbox {};

TEST_F(Project, InitWritesWhatIsMissingAndOverwritesNothing) {
  file("trueup.toml", "# mine\n");
  const auto started = trueup({"init"});
  EXPECT_EQ(started.exit_code, 0);
  EXPECT_EQ(contents("trueup.toml"), "# mine\n");
  EXPECT_TRUE(std::filesystem::is_directory("schema"));
  EXPECT_TRUE(std::filesystem::is_directory("migrations"));
  EXPECT_TRUE(holds(contents(".github/workflows/trueup.yml"), "trueup plan"));
}

TEST_F(Project, TheWrittenConfigurationIsValid) {
  ASSERT_EQ(trueup({"init"}).exit_code, 0);
  file("schema/t.sql", "CREATE TABLE t (id integer);");
  EXPECT_EQ(trueup({"check", "--from", database("CREATE TABLE t (id integer)")}).exit_code, 0);
}

TEST_F(Project, InitListsSchemasThatTheFilesDoNotMention) {
  const std::string target = database("CREATE SCHEMA shop; CREATE TABLE shop.t (id int); CREATE TABLE u (id int)");
  file("schema/u.sql", "CREATE TABLE u (id int);");
  const auto started = trueup({"init", "--from", target});
  EXPECT_EQ(started.exit_code, 0);
  EXPECT_TRUE(holds(started.out, "shop  (1 table or view)"));
  EXPECT_EQ(started.out.find("public  ("), std::string::npos);
}

TEST_F(Project, GenerateWritesNumberedFilesThatLeadThere) {
  ASSERT_EQ(trueup({"init"}).exit_code, 0);
  file("schema/t.sql", "CREATE TABLE t (id serial PRIMARY KEY);");
  const auto first = trueup({"generate", "-m", "First version!"});
  EXPECT_EQ(first.exit_code, 0) << first.err;
  EXPECT_EQ(first.out, "migrations/001_first_version.sql\n");
  const std::string text = contents("migrations/001_first_version.sql");
  for (const char* part : {"-- trueup migration, format 1", "-- From: 1:-:", "-- To: 1:-:", "-- Up SHA-256: ",
                           "-- Destroys: nothing", "-- Proven: up and down on PostgreSQL", "-- Schema Change: Up\n",
                           "-- Schema Change: Down\n", "DROP TABLE public.t"})
    EXPECT_TRUE(holds(text, part));

  file("schema/t.sql", "CREATE TABLE t (id serial PRIMARY KEY, note text);");
  EXPECT_EQ(trueup({"generate", "-m", "add note"}).out, "migrations/002_add_note.sql\n");
  EXPECT_EQ(contents("migrations/001_first_version.sql"), text) << "files already there are never changed";
  const auto from = contents("migrations/002_add_note.sql");
  const auto to = text.substr(text.find("-- To: ") + 7, 69);
  EXPECT_TRUE(holds(from, "-- From: " + to)) << "one ends where the next begins";

  const auto nothing = trueup({"generate", "-m", "again"});
  EXPECT_EQ(nothing.exit_code, 0);
  EXPECT_EQ(nothing.out, "");
  EXPECT_EQ(trueup({"check", "--from", "migrations:migrations"}).exit_code, 0);
}

TEST_F(Project, GenerateRefusesDestructionAndWritesNothing) {
  file("schema/t.sql", "CREATE TABLE t (id integer);");
  file("migrations/000_start.sql",
       "-- Schema Change: Up\nCREATE TABLE t (id integer, legacy text);\n-- Schema Change: Down\nDROP TABLE t;\n");
  const auto refused = trueup({"generate", "-m", "drop legacy"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(files_below("migrations").size(), 1u);
  const auto allowed = trueup({"generate", "-m", "drop legacy", "--allow", "drop-column"});
  EXPECT_EQ(allowed.out, "migrations/001_drop_legacy.sql\n") << allowed.err;
  EXPECT_TRUE(holds(contents("migrations/001_drop_legacy.sql"), "-- Destroys: drop-column column public.t.legacy"));
}

TEST_F(Project, AMigrationThatFailsIsNamedWithItsLine) {
  file("schema/t.sql", "CREATE TABLE t (id integer);");
  file("migrations/001_a.sql",
       "-- Schema Change: Up\nCREATE TABLE t (id integer);\n\nALTER TABLE nix ADD a int;\n-- Schema Change: Down\n");
  const auto failed = trueup({"generate"});
  EXPECT_EQ(failed.exit_code, 1);
  EXPECT_TRUE(holds(failed.err, "migrations/001_a.sql:4: relation \"nix\" does not exist"));
}

TEST_F(Project, EditedMigrationsAreNamed) {
  file("schema/t.sql", "CREATE TABLE t (id integer);");
  ASSERT_EQ(trueup({"generate", "-m", "a"}).exit_code, 0);
  file("migrations/001_a.sql", contents("migrations/001_a.sql") + "-- a comment more\n");
  EXPECT_TRUE(holds(trueup({"generate"}).err, "edited since it was proven"));
}

TEST_F(Project, DumpsLoadBackAsTheSameState) {
  const std::string target = database(
      "CREATE SCHEMA app; CREATE TYPE app.mood AS ENUM ('a', 'b'); CREATE TABLE app.t (id serial PRIMARY KEY, m "
      "app.mood "
      "DEFAULT 'a'); CREATE TABLE app.\"Odd \"\"name/../\" (id int); CREATE INDEX ON app.t (m); CREATE VIEW app.v AS "
      "SELECT m "
      "FROM app.t; COMMENT ON TABLE app.t IS 'it''s'; CREATE FUNCTION app.f(a int) RETURNS int LANGUAGE sql AS 'SELECT "
      "a'");
  file("dump.sql", trueup({"dump", target}).out);
  file("snap", trueup({"dump", "--snapshot", target}).out);
  const auto split = trueup({"dump", "--split", "files", target});
  EXPECT_EQ(split.exit_code, 0) << split.err;
  for (const std::string to : {"dump.sql", "snapshot:snap", "files"})
    EXPECT_EQ(trueup({"check", "--from", target, "--to", to}).exit_code, 0) << to;
  const auto files = files_below("files");
  EXPECT_NE(std::find(files.begin(), files.end(), "files/app/tables/t.sql"), files.end());
  EXPECT_TRUE(holds(contents("files/app/tables/t.sql"), "CREATE INDEX"));
  EXPECT_EQ(trueup({"dump", "--split", "files", target}).exit_code, 1) << "never overwrites";
  EXPECT_EQ(trueup({"dump", "--snapshot", target}).out, contents("snap")) << "same input, same bytes";
  file("snap", contents("snap") + "-- edited\n");
  EXPECT_TRUE(holds(trueup({"check", "--from", target, "--to", "snapshot:snap"}).err, "edited since"));
}

}  // namespace
}  // namespace trueup::cli
