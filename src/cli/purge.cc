#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "apply/lock.h"
#include "base/duration.h"
#include "base/printable.h"
#include "cli/commands.h"
#include "cli/parked.h"
#include "cli/session.h"
#include "render/json_text.h"

namespace trueup::cli {

namespace {

std::string size_text(long long bytes) {
  constexpr std::string_view units[] = {"bytes", "kB", "MB", "GB", "TB"};
  std::size_t unit = 0;
  double size = static_cast<double>(bytes);
  for (; size >= 10240 && unit + 1 < std::size(units); ++unit) size /= 1024;
  return fmt::format("{:.0f} {}", size, units[unit]);
}

std::string line(const ParkedThing& thing) {
  std::string text = fmt::format("  {}  parked {}", printable(thing.origin), thing.at);
  if (thing.rows) text += fmt::format(", about {} row{}", *thing.rows, *thing.rows == 1 ? "" : "s");
  if (thing.bytes) text += ", " + size_text(*thing.bytes);
  return text + fmt::format("  ({})\n", printable(thing.place));
}

std::string listed(const std::vector<ParkedThing>& due, std::size_t younger, const std::string& age) {
  std::string text;
  for (const ParkedThing& thing : due) text += line(thing);
  if (due.empty()) text = fmt::format("Nothing that is parked is older than {}.\n", age);
  if (younger != 0) text += fmt::format("{} more {} parked since then.\n", younger, younger == 1 ? "was" : "were");
  return text;
}

std::string as_json(const std::vector<ParkedThing>& due, std::size_t younger, const std::string& age, bool purged) {
  using Json = nlohmann::ordered_json;
  const auto or_null = [](const std::optional<long long>& value) { return value ? Json(*value) : Json(); };
  Json out = {{"format", 1}, {"older_than", age}, {"purged", purged}, {"parked", Json::array()}, {"younger", younger}};
  for (const ParkedThing& thing : due)
    out["parked"].push_back({{"origin", thing.origin},
                             {"place", thing.place},
                             {"at", thing.at},
                             {"rows", or_null(thing.rows)},
                             {"bytes", or_null(thing.bytes)}});
  return render::json_text(out);
}

Result<void> ask(const Arguments& arguments, const Console& console, std::size_t count, const std::string& name) {
  if (arguments.yes) return {};
  if (!Console::can_ask())
    return Error{.message = "not asked, not purged: this is no terminal to confirm on",
                 .hint = "read the list, then add --yes",
                 .code = ExitCode::refused};
  if (console.confirm(fmt::format("Drop {} for good from {}? Nothing brings it back", count, name))) return {};
  return Error{.message = "not confirmed; nothing was changed", .hint = {}, .code = ExitCode::refused};
}

/// All or nothing.
Result<void> drop_all(db::Connection& connection, const std::vector<ParkedThing>& due, double lock_timeout) {
  std::vector<std::string> statements = {"BEGIN",
                                         fmt::format("SET LOCAL lock_timeout = '{}ms'", long(lock_timeout * 1000))};
  for (const ParkedThing& thing : due) statements.push_back(thing.drop);
  statements.emplace_back("COMMIT");
  for (const std::string& statement : statements) {
    const auto ran = connection.run(statement);
    if (ran) continue;
    (void)connection.run("ROLLBACK");
    return Error{
        .message = fmt::format("{}\n  at: {}\n  nothing was changed", ran.error().message, printable(statement)),
        .hint = ran.error().hint};
  }
  return {};
}

Result<void> purge_from(const Session& session, const source::Source& source, std::chrono::seconds age) {
  const Arguments& arguments = session.arguments;
  auto connection = db::Connection::open(source.place);
  if (!connection) return connection.error();
  const auto talk = [&](std::string_view line) { session.console.say(line); };
  if (auto locked = apply::Lock::take(*connection, talk); !locked) return locked.error();
  auto due = read_parked(*connection);
  if (!due) return due.error();
  const std::size_t younger =
      std::erase_if(*due, [&](const ParkedThing& thing) { return thing.age < static_cast<double>(age.count()); });
  const bool as_text = arguments.format == Format::text;
  if (as_text) session.console.result(listed(*due, younger, arguments.older_than));
  const auto purged = [&]() -> Result<void> {
    if (due->empty()) return {};
    if (auto confirmed = ask(arguments, session.console, due->size(), source.display); !confirmed) return confirmed;
    return drop_all(*connection, *due, arguments.lock_timeout);
  }();
  if (!as_text) session.console.result(as_json(*due, younger, arguments.older_than, purged.ok() && !due->empty()));
  if (purged && !due->empty()) session.console.say(fmt::format("purged {} from {}", due->size(), source.display));
  return purged;
}

}  // namespace

ExitCode purge(const Arguments& arguments, const Console& console) {
  const auto age = parse_duration(arguments.older_than);
  if (!age)
    return console.fail({.message = fmt::format("--older-than {}: not a duration", arguments.older_than),
                         .hint = "write 12h, 30d or 4w",
                         .code = ExitCode::usage});
  auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto source = live_source(*session, arguments.from);
  if (!source) return console.fail(source.error());
  if (source->form != source::Form::database)
    return console.fail({.message = fmt::format("purge works on a database, and {} is none", source->display),
                         .hint = "give --from postgres://…",
                         .code = ExitCode::usage});
  if (auto purged = purge_from(*session, *source, *age); !purged) return console.fail(purged.error());
  return ExitCode::done;
}

}  // namespace trueup::cli
