#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include "cli/commands.h"
#include "cli/session.h"
#include "seeds/seeds.h"

namespace trueup::cli {

namespace {

/// On a terminal: a bar that fills.
void show_progress(std::size_t done, std::size_t of) {
  constexpr std::size_t width = 30;
  const std::size_t full = width * done / of;
  fmt::print(stderr, "\r[{}{}] {}/{}", std::string(full, '#'), std::string(width - full, ' '), done, of);
  if (done == of) fmt::print(stderr, "\r\033[K");
}

/// What --clear would delete is said first.
Result<void> ask_to_clear(const Arguments& arguments, const Console& console, const std::vector<std::string>& tables,
                          const std::string& name) {
  console.say(fmt::format("--clear deletes every row of {}", fmt::join(tables, ", ")));
  if (arguments.yes) return {};
  if (!Console::can_ask())
    return Error{.message = "not asked, nothing cleared: this is no terminal to confirm on",
                 .hint = "add --yes, or leave --clear out: rows with the same key are updated",
                 .code = ExitCode::refused};
  if (console.confirm(fmt::format("Delete them from {}?", name))) return {};
  return Error{.message = "not confirmed; nothing was changed", .hint = {}, .code = ExitCode::refused};
}

}  // namespace

ExitCode seed(const Arguments& arguments, const Console& console) {
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const std::string configured = session->config.seeds.empty() ? "seeds" : session->config.seeds;
  const auto seeds = seeds::read_folder(arguments.source.empty() ? configured : arguments.source);
  if (!seeds) return console.fail(seeds.error());
  const auto database = live_source(*session, arguments.from);
  if (!database) return console.fail(database.error());
  if (database->form != source::Form::database)
    return console.fail({.message = fmt::format("seed loads into a database, and {} is none", database->display),
                         .hint = "give --from postgres://…",
                         .code = ExitCode::usage});
  auto connection = db::Connection::open(database->place);
  if (!connection) return console.fail(connection.error());
  if (arguments.clear) {
    const auto tables = seeds::tables_in_order(*connection, *seeds);
    if (!tables) return console.fail(tables.error());
    if (auto may = ask_to_clear(arguments, console, *tables, database->display); !may) return console.fail(may.error());
  }
  seeds::LoadOptions options{.clear = arguments.clear, .progress = {}};
  if (isatty(STDERR_FILENO) != 0) options.progress = show_progress;
  const auto loaded = seeds::load(*connection, *seeds, options);
  if (!loaded) return console.fail(loaded.error());
  console.say(
      fmt::format("{} rows inserted, {} updated, {} as they were", loaded->inserted, loaded->updated, loaded->same));
  if (!seeds->scripts.empty()) console.say(fmt::format("{} SQL file(s) run", seeds->scripts.size()));
  return ExitCode::done;
}

}  // namespace trueup::cli
