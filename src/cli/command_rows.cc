#include "cli/command_rows.h"

#include "cli/options.h"

namespace trueup::cli {

namespace {

void add_init(CLI::App& app, Arguments& a) {
  app.add_option("--from", a.from, "A database whose schemas to list; default: DATABASE_URL if set")
      ->type_name("SOURCE");
}

void add_generate(CLI::App& app, Arguments& a) {
  add_message(app, a);
  add_ends(app, a, "the migrations directory, replayed on the embedded server");
  add_migrations(app, a);
  add_allow(app, a);
  add_refuse(app, a);
  add_online(app, a);
  add_drop(app, a);
  add_scratch(app, a, true);
}

void add_plan(CLI::App& app, Arguments& a) {
  add_ends(app, a, live);
  app.add_flag("--down", a.down, "Print the way back instead");
  add_format(app, a, plan_formats, "text, sql (the statements and nothing else) or json");
  add_allow(app, a);
  add_refuse(app, a);
  add_online(app, a);
  add_drop(app, a);
  app.add_option("--out", a.out, "Write the plan to this new file as well, for `trueup apply FILE`")->type_name("FILE");
  app.add_flag("--exit-code", a.exit_code, "Exit with 2 when there is something to do");
  app.add_flag("--gate", a.gate, "Exit with 3 when apply would refuse (before 2)");
  add_scratch(app, a, true);
}

void add_apply(CLI::App& app, Arguments& a) {
  auto* file = app.add_option("plan", a.plan_file,
                              "A plan that `trueup plan --out` wrote: just that is run, if the database has not moved");
  add_ends(app, a, live);
  add_allow(app, a);
  add_refuse(app, a);
  add_online(app, a);
  add_drop(app, a);
  file->excludes("--to")->excludes("--drop");
  add_yes(app, a);
  add_running(app, a);
  add_scratch(app, a, true);
}

void add_show(CLI::App& app, Arguments& a) {
  app.add_option("plan", a.plan_file, "A plan that `trueup plan --out` wrote")->required();
  app.add_flag("--down", a.down, "Print the way back instead");
  add_format(app, a, plan_formats, "text, sql (the statements and nothing else) or json");
}

void add_check(CLI::App& app, Arguments& a) {
  add_ends(app, a, live);
  add_format(app, a, report_formats, "text or json");
  add_scratch(app, a, false);
}

void add_dump(CLI::App& app, Arguments& a) {
  app.add_option("source", a.source, "What to dump; default: the environment's URL, else DATABASE_URL");
  auto* split =
      app.add_option("--split", a.split, "Write one file per object below this directory, which must be empty or new")
          ->type_name("DIR");
  app.add_flag("--snapshot", a.snapshot, "Write a snapshot: SQL below a header with versions and a fingerprint")
      ->excludes(split);
  add_scratch(app, a, false);
}

void add_agree(CLI::App& app, Arguments& a) {
  app.add_option("source", a.source, "The SQL to load and to compare; default: schema of trueup.toml");
  add_scratch(app, a, false);
}

void add_lint(CLI::App& app, Arguments& a) {
  app.add_option("files", a.files,
                 "SQL or migration files, directories, globs, or - for standard input; default: the migrations "
                 "directory")
      ->type_name("FILE");
  add_format(app, a, {{"text", Format::text}, {"json", Format::json}, {"sarif", Format::sarif}},
             "text, json or sarif (SARIF 2.1.0, for code scanning)");
  add_allow(app, a);
  add_migrations_format(app, a, "The format of migrations directories; default: what is there tells");
}

void add_prove(CLI::App& app, Arguments& a) {
  app.add_option("dir", a.migrations, "The migrations directory; default: migrations of trueup.toml");
  app.add_option("--to", a.to, "What it must lead to; default: schema of trueup.toml")->type_name("SOURCE");
  add_migrations_format(app, a, directory_format);
  app.add_flag("--no-rows", a.no_rows, "Do not try the files with made-up rows in the tables");
  add_scratch(app, a, false);
}

void add_seed(CLI::App& app, Arguments& a) {
  app.add_option("dir", a.source, "The folder of *.json, *.csv and *.sql; default: seeds of trueup.toml, else seeds");
  app.add_option("--from,--to", a.from, std::string("The database; default: ") + live)->type_name("SOURCE");
  app.add_flag("--clear", a.clear, "Delete every row of the tables first, after asking");
  add_yes(app, a, "Do not ask before clearing");
}

void add_purge(CLI::App& app, Arguments& a) {
  app.add_option("--from,--to", a.from, std::string("The database; default: ") + live)->type_name("SOURCE");
  app.add_option("--older-than", a.older_than, "Leave what was parked since: 12h, 30d, 4w; 0d purges everything")
      ->type_name("AGE")
      ->capture_default_str();
  add_format(app, a, report_formats, "text or json");
  add_yes(app, a, "Do not ask before dropping it");
  add_lock_timeout(app, a, "Seconds a statement waits for its lock before the run gives up");
}

constexpr CommandRow rows[] = {
    {Command::init, "init", "Start a project: trueup.toml, schema/, migrations/, a CI example; overwrites nothing",
     add_init},
    {Command::generate, "generate", "Write the next migration: from the migrations there are to the schema files",
     add_generate},
    {Command::plan, "plan",
     "Show the statements that lead from one state to another, what they destroy, and the way back", add_plan},
    {Command::apply, "apply", "Run that plan on the database, after asking", add_apply},
    {Command::show, "show", "Print a plan that `trueup plan --out` wrote as `trueup plan` would", add_show},
    {Command::check, "check", "Compare a database with its desired state and print what differs", add_check},
    {Command::dump, "dump", "Print a database's schema as SQL, in one piece or split by object", add_dump},
    {Command::agree, "agree", "Does trueup understand these files as a server does? What differs, what was left out",
     add_agree},
    {Command::lint, "lint", "Look for hazards in SQL and migration files, by the rules that hold for plans", add_lint},
    {Command::prove, "prove",
     "Replay a migrations directory up and down on the embedded server, and compare its end with the desired state",
     add_prove},
    {Command::seed, "seed", "Load rows from files into a database: inserted, or updated by their key", add_seed},
    {Command::purge, "purge", "Drop for good what --drop=park moved out of the way, after listing it and asking",
     add_purge},
};

}  // namespace

std::span<const CommandRow> command_rows() { return rows; }

}  // namespace trueup::cli
