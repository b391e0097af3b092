#include "cli/options.h"

namespace trueup::cli {

namespace {

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

}  // namespace

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

void add_online(CLI::App& app, Arguments& a) {
  app.add_option(
         "--online", a.online,
         "auto: tables that may hold rows are changed by the forms that let others go on (CONCURRENTLY, NOT VALID "
         "…); never: the plain forms; default: online of trueup.toml, else auto")
      ->type_name("WHEN")
      ->transform(one_of(online_words));
}

void add_drop(CLI::App& app, Arguments& a) {
  app.add_option("--drop", a.drop,
                 "now: drop tables, columns and sequences; park: move them out of the way, so that the way back brings "
                 "their rows back until `trueup purge`; default: drop of trueup.toml, else now")
      ->type_name("HOW")
      ->transform(one_of(drops));
}

void add_format(CLI::App& app, Arguments& a, const Formats& known, const char* help) {
  app.add_option("--format", a.format, help)->type_name("FORMAT")->transform(one_of(known));
}

void add_migrations_format(CLI::App& app, Arguments& a, const char* help) {
  app.add_option("--migrations-format", a.migrations_format, help)->type_name("NAME");
}

void add_migrations(CLI::App& app, Arguments& a) {
  app.add_option("--migrations", a.migrations, "The migrations directory; default: migrations of trueup.toml")
      ->type_name("DIR");
  add_migrations_format(app, a, directory_format);
}

void add_message(CLI::App& app, Arguments& a) {
  app.add_option("-m,--message", a.message, "What the migration does, in a few words: becomes the file's name")
      ->type_name("TEXT");
}

void add_lock_timeout(CLI::App& app, Arguments& a, const char* help) {
  app.add_option("--lock-timeout", a.lock_timeout, help)
      ->type_name("SECONDS")
      ->capture_default_str()
      ->check(CLI::Range(0.0, 86400.0).description(""));
}

void add_running(CLI::App& app, Arguments& a) {
  add_lock_timeout(app, a, "Seconds a statement waits for its lock before it is tried again");
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

void add_yes(CLI::App& app, Arguments& a, const char* help) { app.add_flag("-y,--yes", a.yes, help); }

}  // namespace trueup::cli
