#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "base/printable.h"
#include "cli/commands.h"
#include "cli/migrating.h"
#include "cli/problems.h"
#include "render/json_text.h"

namespace trueup::cli {

namespace {

std::string took(long long ms) {
  return ms < 10000 ? fmt::format("{} ms", ms) : fmt::format("{:.1f} s", double(ms) / 1000);
}

std::string line_of(const apply::Position& position, std::size_t width) {
  const migrations::Revision& revision = *position.revision;
  std::string line = fmt::format("{:<{}}  {:<11}  {}", revision.version, width, name_of(position.state),
                                 printable(revision.description.empty() ? revision.file() : revision.description));
  if (position.state != apply::State::pending && position.event) {
    line += fmt::format("  ({} UTC by {}", position.event->at, printable(position.event->by));
    if (position.event->run) line += ", " + took(position.event->took_ms);
    line += ")";
  }
  return line + "\n";
}

std::string as_text(const Migrating& now) {
  std::size_t width = 1, waiting = 0;
  for (const apply::Position& position : now.standing.positions) {
    width = std::max(width, position.revision->version.size());
    if (position.state == apply::State::pending) ++waiting;
  }
  std::string text;
  for (const apply::Position& position : now.standing.positions) text += line_of(position, width);
  text += fmt::format("{} of {} to be run\n", waiting, now.standing.positions.size());
  return text + problems_text(now.standing.problems);
}

std::string as_json(const Migrating& now) {
  using Json = nlohmann::ordered_json;
  Json out = {{"format", 1}, {"migrations", Json::array()}, {"problems", problems_json(now.standing.problems)}};
  for (const apply::Position& position : now.standing.positions) {
    const migrations::Revision& revision = *position.revision;
    Json one = {{"version", revision.version},
                {"description", revision.description},
                {"file", revision.path()},
                {"state", name_of(position.state)},
                {"checksum", revision.checksum}};
    if (position.event)
      one["last"] = {{"outcome", position.event->outcome}, {"at", position.event->at},
                     {"by", position.event->by},           {"took_ms", position.event->took_ms},
                     {"tool", position.event->tool},       {"checksum", position.event->checksum}};
    out["migrations"].push_back(std::move(one));
  }
  return render::json_text(out);
}

}  // namespace

ExitCode migrate_status(const Arguments& arguments, const Console& console) {
  const auto session = open_session(arguments, console);
  if (!session) return console.fail(session.error());
  const auto now = look_at(*session);
  if (!now) return console.fail(now.error());
  console.result(arguments.format == Format::json ? as_json(*now) : as_text(*now));
  return ExitCode::done;
}

}  // namespace trueup::cli
