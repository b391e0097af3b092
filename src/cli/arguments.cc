#include "cli/arguments.h"

#include <CLI/CLI.hpp>
#include <cstring>

#include "cli/version.h"

namespace trueup::cli {

namespace {

constexpr const char* sources_note =
    "A source is a SQL file, a directory (every *.sql below it), a glob, a postgres://, postgresql:// or\n"
    "postgresql+asyncpg:// URL or libpq conninfo, snapshot:FILE, migrations:DIR, git:REF:PATH, or - for standard "
    "input.";

constexpr const char* exit_codes_note =
    "Exit codes\n"
    "  0   done\n"
    "  1   error: wrong input, no connection, a statement that failed\n"
    "  2   differences: check, agree, prove, and plan --exit-code; hazards: lint\n"
    "  3   refused: something would be destroyed that --allow does not name (apply, generate, plan --gate), or not\n"
    "      confirmed (apply, purge, migrate, rollback)\n"
    "  4   conflict: the database moved, another run or session holds a lock, a run was stopped half way, or the\n"
    "      connection broke\n"
    "  64  wrong usage";

const std::map<std::string, Format> formats = {{"text", Format::text}, {"sql", Format::sql}, {"json", Format::json}};
const std::map<std::string, Colour> colours = {
    {"auto", Colour::automatic}, {"always", Colour::always}, {"never", Colour::never}};

const std::map<std::string, ProofScope> scopes = {{"slice", ProofScope::slice}, {"full", ProofScope::full}};
const std::map<std::string, apply::Unclear> unclear_ways = {{"done", apply::Unclear::done},
                                                            {"again", apply::Unclear::again}};
const std::map<std::string, Online> online_words = {{"auto", Online::automatic}, {"never", Online::never}};
const std::map<std::string, Drop> drops = {{"now", Drop::now}, {"park", Drop::park}};

/// Accepts the names of `known`, in any case; CLI11 then reads the number it is replaced by.
template <class E>
CLI::Validator one_of(const std::map<std::string, E>& known) {
  const auto check = [known](std::string& text) -> std::string {
    const auto found = known.find(CLI::detail::to_lower(text));
    if (found != known.end()) {
      text = std::to_string(static_cast<int>(found->second));
      return {};
    }
    std::string names;
    for (const auto& [name, value] : known) names += (names.empty() ? "" : ", ") + name;
    return text + " is none of " + names;
  };
  return CLI::Validator(check, "", "");
}

void add_general(CLI::App& app, Arguments& a) {
  app.add_option("--config", a.config, "Read this file instead of ./trueup.toml")->type_name("FILE");
  app.add_option("--env", a.environment, "Take the database from this environment of trueup.toml")->type_name("NAME");
  app.add_option("--include", a.include, "Manage only objects that fit, e.g. \"public.*\" (repeatable)")
      ->type_name("PATTERN")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_option("--exclude", a.exclude, "Leave objects alone that fit, e.g. \"audit\" or \"*.tmp_*\" (repeatable)")
      ->type_name("PATTERN")
      ->delimiter(',')
      ->allow_extra_args(false);
  app.add_flag("--strict", a.strict, "What trueup does not manage is an error, not a warning");
  app.add_option("--color,--colour", a.colour, "auto, always or never; auto: on a terminal, unless NO_COLOR is set")
      ->type_name("WHEN")
      ->transform(one_of(colours));
}

void add_ends(CLI::App& app, Arguments& a, const char* default_from) {
  app.add_option("--from", a.from, std::string("The state to start from; default: ") + default_from)
      ->type_name("SOURCE");
  app.add_option("--to", a.to, "The desired state; default: schema of trueup.toml")->type_name("SOURCE");
}

void add_scratch(CLI::App& app, Arguments& a, bool proof) {
  app.add_option("--pg-bin", a.pg_bin, "Directory of initdb and postgres for the embedded server")->type_name("DIR");
  app.add_option("--scratch-url", a.scratch_url, "Make throwaway databases on this server instead of starting one")
      ->type_name("URL");
  app.add_flag("--no-scratch", a.no_scratch, "Never start a server; what stays undecided is named and left out");
  app.add_flag("--no-code", a.no_code,
               "Leave out what DO blocks and function calls in the files bring about, rather than run them there");
  if (!proof) return;
  auto* none = app.add_flag("--no-proof", a.no_proof, "Do not try the plan on the embedded server first");
  app.add_option("--proof", a.proof,
                 "slice (default) loads only what the change can touch for that, full loads everything")
      ->type_name("SCOPE")
      ->transform(one_of(scopes))
      ->excludes(none);
}

void add_allow(CLI::App& app, Arguments& a) {
  app.add_option("--allow", a.allow, "Permit a hazard by its id, or all of them (repeatable, comma lists)")
      ->type_name("ID|all")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_refuse(CLI::App& app, Arguments& a) {
  app.add_option("--refuse", a.refuse,
                 "Refuse a hazard that is otherwise only said, by its id, or all warnings (repeatable, comma lists)")
      ->type_name("ID|all")
      ->delimiter(',')
      ->allow_extra_args(false);
}

void add_drop(CLI::App& app, Arguments& a) {
  app.add_option(
         "--online", a.online,
         "auto: tables that may hold rows are changed by the forms that let others go on (CONCURRENTLY, NOT VALID "
         "…); never: the plain forms; default: online of trueup.toml, else auto")
      ->type_name("WHEN")
      ->transform(one_of(online_words));
  app.add_option("--drop", a.drop,
                 "now: drop tables, columns and sequences; park: move them out of the way, so that the way back brings "
                 "their rows back until `trueup purge`; default: drop of trueup.toml, else now")
      ->type_name("HOW")
      ->transform(one_of(drops));
}

void add_format(CLI::App& app, Arguments& a, const std::map<std::string, Format>& known, const char* help) {
  app.add_option("--format", a.format, help)->type_name("FORMAT")->transform(one_of(known));
}

constexpr const char* directory_format =
    "Its format: numbered, flyway, golang-migrate, goose, dbmate or alembic; default: migrations_format of "
    "trueup.toml, "
    "else what is there tells, else numbered";

void add_migrations_format(CLI::App& app, Arguments& a, const char* help) {
  app.add_option("--migrations-format", a.migrations_format, help)->type_name("NAME");
}

void add_migrations(CLI::App& app, Arguments& a) {
  app.add_option("--migrations", a.migrations, "The migrations directory; default: migrations of trueup.toml")
      ->type_name("DIR");
  add_migrations_format(app, a, directory_format);
}

constexpr const char* live = "the environment's URL, else DATABASE_URL";

void add_init(CLI::App& app, Arguments& a) {
  app.add_option("--from", a.from, "A database whose schemas to list; default: DATABASE_URL if set")
      ->type_name("SOURCE");
}

void add_generate(CLI::App& app, Arguments& a) {
  app.add_option("-m,--message", a.message, "What the migration does, in a few words: becomes the file's name")
      ->type_name("TEXT");
  add_ends(app, a, "the migrations directory, replayed on the embedded server");
  add_migrations(app, a);
  add_allow(app, a);
  add_refuse(app, a);
  add_drop(app, a);
  add_scratch(app, a, true);
}

void add_plan(CLI::App& app, Arguments& a) {
  add_ends(app, a, live);
  app.add_flag("--down", a.down, "Print the way back instead");
  add_format(app, a, formats, "text, sql (the statements and nothing else) or json");
  add_allow(app, a);
  add_refuse(app, a);
  add_drop(app, a);
  app.add_option("--out", a.out, "Write the plan to this new file as well, for `trueup apply FILE`")->type_name("FILE");
  app.add_flag("--exit-code", a.exit_code, "Exit with 2 when there is something to do");
  app.add_flag("--gate", a.gate, "Exit with 3 when apply would refuse (before 2)");
  add_scratch(app, a, true);
}

void add_lock_timeout(CLI::App& app, Arguments& a) {
  app.add_option("--lock-timeout", a.lock_timeout, "Seconds a statement waits for its lock before the run gives up")
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 86400.0).description(""));
}

void add_running(CLI::App& app, Arguments& a) {
  app.add_option("--lock-timeout", a.lock_timeout, "Seconds a statement waits for its lock before it is tried again")
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 86400.0).description(""));
  app.add_option("--lock-attempts", a.lock_attempts, "How often it is tried before the run gives up")
      ->type_name("N")
      ->capture_default_str()
      ->check(CLI::Range(1, 1000).description(""));
  app.add_option("--statement-timeout", a.statement_timeout, "Seconds a statement may take; 0: any")
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 864000.0).description(""));
  app.add_flag("--resume", a.resume, "First finish the run that was stopped half way, if there is one");
  app.add_option("--unclear", a.unclear,
                 "With --resume, of a statement whose end nobody can tell, once you have looked: done or again")
      ->type_name("HOW")
      ->transform(one_of(unclear_ways));
}

void add_yes(CLI::App& app, Arguments& a) {
  app.add_flag("-y,--yes", a.yes, "Do not ask before running the statements");
}

void add_apply(CLI::App& app, Arguments& a) {
  auto* file = app.add_option("plan", a.plan_file,
                              "A plan that `trueup plan --out` wrote: just that is run, if the database has not moved");
  add_ends(app, a, live);
  add_allow(app, a);
  add_refuse(app, a);
  add_drop(app, a);
  file->excludes("--to")->excludes("--drop");
  add_yes(app, a);
  add_running(app, a);
  add_scratch(app, a, true);
}

void add_show(CLI::App& app, Arguments& a) {
  app.add_option("plan", a.plan_file, "A plan that `trueup plan --out` wrote")->required();
  app.add_flag("--down", a.down, "Print the way back instead");
  add_format(app, a, formats, "text, sql (the statements and nothing else) or json");
}

void add_check(CLI::App& app, Arguments& a) {
  add_ends(app, a, live);
  add_format(app, a, {{"text", Format::text}, {"json", Format::json}}, "text or json");
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
  app.add_flag("-y,--yes", a.yes, "Do not ask before clearing");
}

void add_purge(CLI::App& app, Arguments& a) {
  app.add_option("--from,--to", a.from, std::string("The database; default: ") + live)->type_name("SOURCE");
  app.add_option("--older-than", a.older_than, "Leave what was parked since: 12h, 30d, 4w; 0d purges everything")
      ->type_name("AGE")
      ->capture_default_str();
  add_format(app, a, {{"text", Format::text}, {"json", Format::json}}, "text or json");
  app.add_flag("-y,--yes", a.yes, "Do not ask before dropping it");
  add_lock_timeout(app, a);
}

void add_migrate_new(CLI::App& app, Arguments& a) {
  app.add_option("-m,--message", a.message, "What the migration does, in a few words: becomes the file's name")
      ->type_name("TEXT");
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
  add_format(app, a, {{"text", Format::text}, {"json", Format::json}}, "text or json");
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
  app.add_flag("-y,--yes", a.yes, "Do not ask before writing it");
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

struct Row {
  Command command;
  const char* name;  ///< a second word is a command of a group
  const char* help;
  void (*add)(CLI::App&, Arguments&);
};

constexpr Row rows[] = {
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

/// The first word of a row's name: the command, or the group that it is in.
std::string first_word(const Row& row) {
  const std::string_view name = row.name;
  return std::string(name.substr(0, name.find(' ')));
}

bool is_command(std::string_view name) {
  return std::any_of(std::begin(rows), std::end(rows), [&](const Row& row) { return first_word(row) == name; });
}

/// Where the row's command goes: the program, or its group, made where it is the first of it.
CLI::App& group_of(CLI::App& app, const Row& row) {
  const std::string first = first_word(row);
  if (first == row.name) return app;
  for (CLI::App* group : app.get_subcommands([&](CLI::App* sub) { return sub->get_name() == first; })) return *group;
  CLI::App* group = app.add_subcommand(first, "The migrations directory: run it, keep it in order, add to it");
  group->require_subcommand(1);
  group->footer(exit_codes_note);
  return *group;
}

const char* last_word(const Row& row) {
  const char* space = std::strchr(row.name, ' ');
  return space ? space + 1 : row.name;
}

std::string unknown_command(const std::string& name) {
  std::string names;
  std::string last;
  for (const Row& row : rows) {
    if (first_word(row) != last) names += (names.empty() ? "" : ", ") + first_word(row);
    last = first_word(row);
  }
  return "trueup: no command " + name + "; there are " + names + "\nRun with --help for more information.\n";
}

}  // namespace

std::variant<Arguments, Ending> read_arguments(int argc, const char* const* argv) {
  Arguments arguments;
  CLI::App app("Declarative schema changes for PostgreSQL: from edited schema files to proven, numbered migrations",
               "trueup");
  app.set_version_flag("--version", std::string("trueup ") + version);
  app.require_subcommand(1);
  app.footer(std::string(sources_note) + "\n\n" + exit_codes_note);
  for (const Row& row : rows) {
    CLI::App* command = group_of(app, row).add_subcommand(last_word(row), row.help);
    row.add(*command, arguments);
    add_general(*command, arguments);
    command->footer(row.command == Command::init ? exit_codes_note
                                                 : std::string(sources_note) + "\n\n" + exit_codes_note);
    command->callback([&arguments, &row] { arguments.command = row.command; });
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    std::ostringstream out, err;
    const bool done = app.exit(error, out, err) == 0;
    if (!done && argc > 1 && argv[1][0] != '-' && !is_command(argv[1]))
      return Ending{.code = ExitCode::usage, .text = unknown_command(argv[1])};
    if (argc <= 1) return Ending{.code = ExitCode::usage, .text = app.help()};
    return Ending{.code = done ? ExitCode::done : ExitCode::usage, .text = done ? out.str() : "trueup: " + err.str()};
  }
  return arguments;
}

}  // namespace trueup::cli
