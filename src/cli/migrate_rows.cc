#include "cli/command_rows.h"
#include "cli/options.h"

namespace trueup::cli {

namespace {

void add_migrate_new(CLI::App& app, Arguments& a) {
  add_message(app, a);
  add_migrations(app, a);
}

void add_migrate_rebase(CLI::App& app, Arguments& a) {
  app.add_option("--applied", a.applied, "The last version that is applied: it and what is before it keep their names")
      ->type_name("VERSION");
  app.add_option("--move", a.moved, "Of files with one number, this one comes after the others (repeatable)")
      ->type_name("FILE")
      ->delimiter(',')
      ->allow_extra_args(false);
  add_migrations(app, a);
}

void add_migrate_import(CLI::App& app, Arguments& a) {
  app.add_option("directory", a.source, "The other tool's directory")->required()->type_name("DIR");
  app.add_option("--format", a.import_format,
                 "Its format: numbered, flyway, golang-migrate, goose, dbmate, alembic, sqitch, liquibase (formatted "
                 "SQL) or plain; default: what is there tells")
      ->type_name("NAME");
  add_migrations(app, a);
  add_scratch(app, a, false);
}

void add_migrated(CLI::App& app, Arguments& a) {
  app.add_option("--from,--database", a.from, std::string("The database; default: ") + live)->type_name("SOURCE");
  add_migrations(app, a);
}

void add_migrate_up(CLI::App& app, Arguments& a) {
  add_migrated(app, a);
  app.add_option("--to", a.version, "Run up to this one; default: all")->type_name("N");
  add_running(app, a);
}

void add_migrate_down(CLI::App& app, Arguments& a) {
  add_migrated(app, a);
  auto* to =
      app.add_option("--to", a.version, "Run back to this one, which stays; 0 reverts everything")->type_name("N");
  app.add_option("--steps", a.steps, "How many to run back; default: 1")
      ->type_name("K")
      ->check(CLI::Range(1, 1000000).description(""))
      ->excludes(to);
  add_yes(app, a);
  add_running(app, a);
}

void add_migrate_looking(CLI::App& app, Arguments& a) {
  add_migrated(app, a);
  add_format(app, a, report_formats, "text or json");
}

void add_migrate_baseline(CLI::App& app, Arguments& a) {
  add_migrated(app, a);
  app.add_option("version", a.version, "The last one that the database has already; 0: none")->required();
}

void add_migrate_adopt(CLI::App& app, Arguments& a) {
  add_migrated(app, a);
  app.add_option(
         "--format", a.import_format,
         "The tool: flyway, golang-migrate, goose, dbmate, alembic, sqitch or liquibase; default: the one whose "
         "history is there")
      ->type_name("NAME");
  add_scratch(app, a, false);
}

void add_migrate_repair(CLI::App& app, Arguments& a) {
  add_migrated(app, a);
  add_yes(app, a, "Do not ask before writing it");
}

void add_migrate_redo(CLI::App& app, Arguments& a) {
  add_migrated(app, a);
  add_yes(app, a);
  add_running(app, a);
}

void add_rollback(CLI::App& app, Arguments& a) {
  add_migrated(app, a);
  app.add_option("--version", a.version, "The one to revert, with later ones left in place")
      ->type_name("N")
      ->required();
  add_yes(app, a);
  add_running(app, a);
  add_scratch(app, a, false);
}

constexpr CommandRow rows[] = {
    {Command::rollback, "rollback", "Run one migration back that later ones do not stand on", add_rollback},
    {Command::migrate_up, "migrate up", "Run the migrations that the database does not have yet", add_migrate_up},
    {Command::migrate_down, "migrate down", "Run the last ones back, after asking", add_migrate_down},
    {Command::migrate_redo, "migrate redo", "Run the last one back and again", add_migrate_redo},
    {Command::migrate_status, "migrate status", "List what is applied and what is not", add_migrate_looking},
    {Command::migrate_validate, "migrate validate", "Do files and history fit together? What does not is named",
     add_migrate_looking},
    {Command::migrate_baseline, "migrate baseline",
     "Write into the history that a database has the migrations up to N already; runs nothing", add_migrate_baseline},
    {Command::migrate_adopt, "migrate adopt",
     "Write another tool's history into trueup's, where the database is what its migrations lead to",
     add_migrate_adopt},
    {Command::migrate_repair, "migrate repair",
     "Bring the history in line with the files, after saying what that means", add_migrate_repair},
    {Command::migrate_new, "migrate new", "Write an empty migration, for statements of your own", add_migrate_new},
    {Command::migrate_sum, "migrate sum", "Write trueup.sum anew, after migrations were edited by hand",
     add_migrations},
    {Command::migrate_rebase, "migrate rebase", "Number what is not applied anew, after what is", add_migrate_rebase},
    {Command::migrate_import, "migrate import",
     "Write another tool's migrations as this directory's, and show that both lead to the same", add_migrate_import},
};

}  // namespace

std::span<const CommandRow> migrate_rows() { return rows; }

}  // namespace trueup::cli
