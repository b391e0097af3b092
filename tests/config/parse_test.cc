#include <gtest/gtest.h>

#include <cstdlib>

#include "config/config.h"

namespace trueup::config {
namespace {

Config good(std::string_view text, const std::string& file = "trueup.toml") {
  Diagnostics diagnostics;
  Config config = parse(text, file, diagnostics);
  for (const Diagnostic& d : diagnostics) ADD_FAILURE() << to_string(d);
  return config;
}

Diagnostics bad(std::string_view text) {
  Diagnostics diagnostics;
  (void)parse(text, "trueup.toml", diagnostics);
  return diagnostics;
}

TEST(Config, DefaultsHoldWithoutKeys) {
  const Config config = good("");
  EXPECT_EQ(config.schema, "schema");
  EXPECT_EQ(config.migrations, "migrations");
  EXPECT_TRUE(config.filters.empty());
  EXPECT_EQ(config.manage, diff::Manage{});
}

TEST(Config, ReadsEveryKey) {
  const Config config = good(R"(
schema = "db/schema"
migrations = "db/migrations"
seeds = "db/rows"
default_environment = "local"
run_code = false
[environments.local]
url_env = "LOCAL_URL"
[environments.production]
url_command = "cat url"
[filters]
include = ["public.*", "app.*"]
exclude = ["*.tmp_*"]
[manage]
privileges = { roles = ["app_*"], exclude_roles = ["PUBLIC"] }
owners = false
comments = { exclude = ["legacy.*"] }
extensions = true
)");
  EXPECT_EQ(config.schema, "db/schema");
  EXPECT_FALSE(config.run_code);
  EXPECT_EQ(config.environments.at("local").url_env, "LOCAL_URL");
  EXPECT_EQ(config.environments.at("production").url_command, "cat url");
  EXPECT_EQ(config.filters.include, (std::vector<std::string>{"public.*", "app.*"}));
  EXPECT_EQ(config.filters.exclude, (std::vector<std::string>{"*.tmp_*"}));
  EXPECT_EQ(config.manage.privileges.roles.include, (std::vector<std::string>{"app_*"}));
  EXPECT_EQ(config.manage.privileges.roles.exclude, (std::vector<std::string>{"PUBLIC"}));
  EXPECT_FALSE(config.manage.owners.on);
  EXPECT_EQ(config.manage.comments.objects.exclude, (std::vector<std::string>{"legacy.*"}));
  EXPECT_TRUE(config.manage.extensions.on);
}

TEST(Config, PathsAreMeantFromTheFilesFolder) {
  const Config config = good("schema = \"s\"\nmigrations = \"/abs/m\"\n", "conf/trueup.toml");
  EXPECT_EQ(config.schema, "conf/s");
  EXPECT_EQ(config.migrations, "/abs/m");
  EXPECT_EQ(config.seeds, "conf/seeds");
  EXPECT_EQ(good("schema = \"git:main:s\"", "conf/trueup.toml").schema, "git:main:s");
}

TEST(Config, ErrorsHaveTheirPlace) {
  struct Row {
    const char* text;
    const char* code;
    int line;
    int column;
  };
  for (const Row& row :
       {Row{"schema = 3\n", "wrong-type", 1, 10}, Row{"\nshema = \"x\"\n", "unknown-key", 2, 1},
        Row{"[filters]\ninclude = [1]\n", "wrong-type", 2, 12}, Row{"schema = \n", "syntax-error", 1, 10},
        Row{"[manage]\nowners = \"x\"\n", "wrong-type", 2, 10}, Row{"[filters]\nonly = []\n", "unknown-key", 2, 1},
        Row{"[environments.a]\n", "environment-url", 1, 1},
        Row{"default_environment = \"b\"\n", "unknown-environment", 1, 23},
        Row{"run_code = 1\n", "wrong-type", 1, 12}}) {
    const Diagnostics found = bad(row.text);
    ASSERT_EQ(found.size(), 1u) << row.text;
    EXPECT_EQ(found[0].code, row.code) << row.text;
    EXPECT_EQ(found[0].severity, Severity::error);
    EXPECT_EQ(found[0].where.line, row.line) << row.text;
    EXPECT_EQ(found[0].where.column, row.column) << row.text;
  }
}

TEST(Config, AllErrorsInOneRun) { EXPECT_EQ(bad("a = 1\nb = 2\nschema = 3\n").size(), 3u); }

TEST(Config, UrlsComeFromWhereTheFileSays) {
  const Config config = good(R"(
[environments.plain]
url = "postgres://plain"
[environments.variable]
url_env = "TRUEUP_TEST_URL"
[environments.command]
url_command = "printf 'postgres://printed\nsecond line\n'"
[environments.failing]
url_command = "exit 3"
)");
  EXPECT_EQ(*url_of(config, "plain"), "postgres://plain");
  EXPECT_EQ(*url_of(config, "command"), "postgres://printed");
  setenv("TRUEUP_TEST_URL", "postgres://from-variable", 1);
  EXPECT_EQ(*url_of(config, "variable"), "postgres://from-variable");
  unsetenv("TRUEUP_TEST_URL");
  EXPECT_NE(url_of(config, "variable").error().message.find("TRUEUP_TEST_URL"), std::string::npos);
  EXPECT_FALSE(url_of(config, "failing").ok());
  EXPECT_EQ(url_of(config, "nobody").error().code, ExitCode::usage);
}

}  // namespace
}  // namespace trueup::config
