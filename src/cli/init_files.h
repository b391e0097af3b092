#pragma once

namespace trueup::cli {

/// What `trueup init` writes: the path below the project's folder, and the text.
struct InitFile {
  const char* path;
  const char* text;
};

inline constexpr InitFile init_files[] = {
    {"trueup.toml", R"(# trueup.toml: every key is optional; what stands here as a comment is an example.

# The desired state (a SQL file, a directory, a glob) and the directory of numbered migrations,
# seen from this file's folder.
schema = "schema"
migrations = "migrations"

# numbered, flyway, golang-migrate, goose, dbmate or alembic. Left out: what is there tells.
# migrations_format = "numbered"
# run_code = true  # DO blocks and function calls in the files run on the embedded server; false leaves them out
# online = "never" # instead of "auto": statements may keep others waiting while they look at every row
# drop = "park"    # instead of "now": what the files no longer say is moved out of the way until `trueup purge`
# seeds = "seeds"  # rows for the proof (INSERT …); it makes up others for tables that stay empty

# Databases by name: `trueup plan --env production`. Each has one of url, url_env, url_command.
# default_environment = "local"

# [environments.local]
# url_env = "DATABASE_URL"

# [environments.production]
# url_command = "pass show production/database-url"

# Hazards (docs/hazards) that are always allowed, and those that are refused rather than only said.
# [hazards]
# allow = ["drop-column"]
# refuse = ["index-blocks-writes"]

# What trueup looks at. Patterns: "schema", "schema.name", "*.tmp_*", "function:public.*".
# [filters]
# include = ["public.*"]
# exclude = ["audit", "*.tmp_*"]

# What it manages of privileges, owners, comments and extensions: true, false, or a narrower part.
# [manage]
# privileges = { roles = ["app_*"], exclude_roles = ["PUBLIC"] }
# owners = false
# comments = { exclude = ["legacy.*"] }
# extensions = true
)"},
    {"schema/.gitkeep", ""},
    {"migrations/.gitkeep", ""},
    {".github/workflows/trueup.yml",
     R"(# An example: what a pull request would do to the database, and whether the database has drifted.
# Needs a runner with trueup and PostgreSQL's server programs, and the secret DATABASE_URL.
name: schema
on: [pull_request]
jobs:
  plan:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - name: Is every change of schema/ in a migration?
        run: trueup plan --from migrations:migrations --to schema --exit-code
      - name: What would it do, and would it destroy anything? (exit 3)
        run: trueup plan --to schema --gate
        env:
          DATABASE_URL: ${{ secrets.DATABASE_URL }}
)"},
};

}  // namespace trueup::cli
