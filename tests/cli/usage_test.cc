#include "cli/sandbox.h"

namespace trueup::cli {
namespace {

class Usage : public Sandbox {};

TEST_F(Usage, HelpAndVersionAreResults) {
  for (const char* command : {"", "init", "generate", "plan", "apply", "check", "dump", "agree"}) {
    std::vector<std::string> arguments{"--help"};
    if (*command) arguments.insert(arguments.begin(), command);
    const auto help = trueup(arguments);
    EXPECT_EQ(help.exit_code, 0) << command;
    EXPECT_TRUE(holds(help.out, "Exit codes")) << command;
    EXPECT_TRUE(holds(help.out, "64")) << command;
    EXPECT_EQ(help.err, "");
  }
  EXPECT_TRUE(holds(trueup({"--version"}).out, "trueup "));
}

TEST_F(Usage, WrongUsageEndsWith64AndSaysWhatIsThere) {
  struct Row {
    std::vector<std::string> arguments;
    const char* says;
  };
  for (const Row& row : {Row{{}, "Subcommands"}, Row{{"frobnicate"}, "no command frobnicate; there are init, generate"},
                         Row{{"plan", "--nonsense"}, "--nonsense"},
                         Row{{"plan", "--format", "xml"}, "none of json, sql, text"}, Row{{"plan", "extra"}, "extra"},
                         Row{{"plan", "--from"}, "--from"}, Row{{"apply", "--lock-timeout", "soon"}, "--lock-timeout"},
                         Row{{"dump", "--snapshot", "--split", "x", "y"}, "--split"}}) {
    const auto ended = trueup(row.arguments);
    EXPECT_EQ(ended.exit_code, 64) << row.says;
    EXPECT_TRUE(holds(ended.err, row.says));
    EXPECT_EQ(ended.out, "");
  }
}

TEST_F(Usage, NoDatabaseNamedIsWrongUsage) {
  file("s.sql", "CREATE TABLE t (id int);");
  const auto ended = trueup({"plan", "--to", "s.sql"});
  EXPECT_EQ(ended.exit_code, 64);
  EXPECT_TRUE(holds(ended.err, "DATABASE_URL"));
  EXPECT_EQ(trueup({"apply", "--from", "s.sql", "--to", "s.sql"}).exit_code, 64);
  EXPECT_EQ(trueup({"agree", "migrations:x"}).exit_code, 64);
}

TEST_F(Usage, UnreachableDatabasesAreErrorsWithoutPasswords) {
  file("s.sql", "CREATE TABLE t (id int);");
  for (const char* url :
       {"postgres://me:s3cret@127.0.0.1:1/x", "postgresql+asyncpg://me:s3cret@127.0.0.1:1/x",
        "host=127.0.0.1 port=1 user=me password=s3cret", "postgres://127.0.0.1:1/x?user=me&password=s3cret"}) {
    for (const char* command : {"plan", "check", "apply"}) {
      const auto ended = trueup({command, "--from", url, "--to", "s.sql"});
      EXPECT_EQ(ended.exit_code, 1) << url;
      EXPECT_EQ((ended.out + ended.err).find("s3cret"), std::string::npos) << ended.err;
      EXPECT_TRUE(holds(ended.err, "hint: "));
    }
  }
  EXPECT_TRUE(holds(trueup({"plan", "--from", "mysql://x/y", "--to", "s.sql"}).err, "mysql://"));
}

TEST_F(Usage, WrongSourcesSayWhatToDo) {
  std::filesystem::create_directory("empty");
  file("mig/001_a.sql", "-- Schema Change: Up\nCREATE TABLE t ();\n");
  file("dump.bin", std::string("PGDMP\0\1", 7));
  const std::string from = database();
  struct Row {
    const char* to;
    const char* says;
  };
  for (const Row& row : {Row{"none.sql", "no file or directory none.sql"}, Row{"empty", "no .sql file in empty"},
                         Row{"mig", "migrations:DIR"}, Row{"*.nothing", "no file matches"},
                         Row{"git:HEAD:x", "git ls-tree"}, Row{"snapshot:mig/001_a.sql", "is no snapshot"},
                         Row{"dump.bin", "no SQL text"}, Row{"migrations:none", "no migrations directory"}}) {
    const auto ended = trueup({"plan", "--from", from, "--to", row.to});
    EXPECT_EQ(ended.exit_code, 1) << row.to;
    EXPECT_TRUE(holds(ended.err, row.says));
    EXPECT_EQ(ended.out, "");
  }
}

TEST_F(Usage, SyntaxErrorsOfAllFilesAreShownWithTheirPlace) {
  file("schema/a.sql", "CREATE TABLE a (id int);\nCREATE TABEL b (id int);\n");
  file("schema/b.sql", "SELEKT 1;\n");
  const auto ended = trueup({"plan", "--from", database(), "--to", "schema"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_TRUE(holds(ended.err, "schema/a.sql:2:8: error"));
  EXPECT_TRUE(holds(ended.err, "schema/b.sql:1:1: error"));
  EXPECT_TRUE(holds(ended.err, "^"));
}

TEST_F(Usage, ErrorsInTheConfigurationHaveTheirPlace) {
  file("trueup.toml", "schema = \"schema\"\nshema = 1\n");
  const auto ended = trueup({"check"});
  EXPECT_EQ(ended.exit_code, 1);
  EXPECT_TRUE(holds(ended.err, "trueup.toml:2:1: error: unknown key shema"));
}

TEST_F(Usage, ColourOnlyWhereItIsWanted) {
  file("s.sql", "CREATE TABLE t (id int);");
  const std::string from = database();
  const auto coloured = trueup({"check", "--from", from, "--to", "s.sql", "--color", "always"});
  EXPECT_TRUE(holds(coloured.out, "\x1b["));
  EXPECT_EQ(trueup({"check", "--from", from, "--to", "s.sql"}).out.find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace trueup::cli
