#include "cli/running.h"

#include <fmt/format.h>

#include "cli/version.h"

namespace trueup::cli {

Result<std::unique_ptr<Running>> Running::open(const std::string& place, const Console& console) {
  auto connection = db::Connection::open(place);
  if (!connection) return connection.error();
  std::unique_ptr<Running> running(new Running(std::move(*connection)));
  auto lock = apply::Lock::take(running->connection_, talk_of(console));
  if (!lock) return lock.error();
  running->lock_ = std::move(*lock);
  return running;
}

Result<source::Source> database_to_run_on(const Session& session, const std::string& command) {
  auto source = live_source(session, session.arguments.from);
  if (!source) return source;
  if (source->form == source::Form::database) return source;
  return Error{.message = fmt::format("{} runs on a database, and {} is none", command, source->display),
               .hint = "give --from postgres://…",
               .code = ExitCode::usage};
}

apply::Talk talk_of(const Console& console) {
  return [&console](std::string_view line) { console.say(line); };
}

apply::Options running_options(const Arguments& arguments) {
  return {.lock_timeout = arguments.lock_timeout,
          .statement_timeout = arguments.statement_timeout,
          .attempts = arguments.lock_attempts,
          .unclear = arguments.unclear,
          .tool = version};
}

Result<void> ask_to_run(const Arguments& arguments, const Console& console, const std::string& question) {
  if (arguments.yes) return {};
  if (!Console::can_ask())
    return Error{.message = "not asked, nothing was run: this is no terminal to confirm on",
                 .hint = "read what it will do, then add --yes",
                 .code = ExitCode::refused};
  if (console.confirm(question)) return {};
  return Error{.message = "not confirmed; nothing was changed", .hint = {}, .code = ExitCode::refused};
}

}  // namespace trueup::cli
