#include "apply/history.h"

#include <fmt/format.h>

#include "apply/next_id.h"
#include "base/quote.h"

namespace trueup::apply {

namespace {

constexpr const char* in_utc = "'YYYY-MM-DD HH24:MI:SS'";

Event read_event(const db::Rows& rows, std::size_t i) {
  Event event{.id = rows.integer(i, 0),
              .run = {},
              .version = rows.text(i, 2),
              .description = rows.text(i, 3),
              .checksum = rows.text(i, 4),
              .outcome = rows.text(i, 5),
              .at = rows.text(i, 6),
              .by = rows.text(i, 7),
              .took_ms = rows.integer(i, 8),
              .tool = rows.text(i, 9)};
  if (rows.at(i, 1)) event.run = rows.integer(i, 1);
  return event;
}

Result<std::vector<Event>> read_events(db::Connection& connection, const std::string& query) {
  const auto rows = connection.run(query);
  if (!rows)
    return Error{.message = fmt::format("cannot read the history: {}", rows.error().message),
                 .hint = connection.sqlstate() == "42501" ? "only the role that migrates may: connect as that one"
                                                          : rows.error().hint};
  std::vector<Event> events;
  for (std::size_t i = 0; i < rows->size(); ++i) events.push_back(read_event(*rows, i));
  return events;
}

/// Whether nobody made anything yet that a first migration could run into.
Result<bool> is_empty(db::Connection& connection) {
  const auto rows = connection.run(
      "SELECT NOT EXISTS (SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
      "WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'trueup') AND n.nspname !~ '^pg_(toast|temp_)' AND "
      "c.relkind IN ('r', 'v', 'm', 'p', 'f', 'S') AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.objid "
      "= "
      "c.oid AND d.classid = 'pg_catalog.pg_class'::regclass AND d.deptype = 'e'))");
  if (!rows) return rows.error();
  return rows->boolean(0, 0);
}

/// What a revision is found by: repeatable ones have no version.
std::pair<std::string, std::string> identity(const std::string& version, const std::string& description) {
  if (version.empty()) return {"", description};
  const auto digits = version.find_first_not_of('0');
  const bool number = version.find_first_not_of("0123456789") == std::string::npos;
  return {number ? version.substr(digits == std::string::npos ? version.size() - 1 : digits) : version, ""};
}

}  // namespace

Result<History> read_history(db::Connection& connection) {
  const auto there = connection.run(
      "SELECT pg_catalog.to_regclass('trueup.run') IS NOT NULL, pg_catalog.to_regclass('trueup.history') IS NOT NULL");
  if (!there) return there.error();
  History history{.journal = there->boolean(0, 0), .there = there->boolean(0, 1), .events = {}, .runs = {}};
  if (history.there) {
    auto events = read_events(
        connection,
        fmt::format("SELECT id, run, version, description, checksum, outcome, pg_catalog.to_char(at, {}), by, "
                    "took_ms, tool_version FROM trueup.history ORDER BY at, id",
                    in_utc));
    if (!events) return events.error();
    history.events = std::move(*events);
  }
  if (history.journal) {
    auto runs = read_events(
        connection,
        fmt::format(
            "SELECT 0, id, version, description, checksum, CASE direction WHEN 'up' THEN 'applied' ELSE "
            "'reverted' END, pg_catalog.to_char(finished_at, {}), started_by, (EXTRACT(epoch FROM finished_at - "
            "started_at) * 1000)::bigint, tool_version FROM trueup.run WHERE outcome = 'done' AND direction IS "
            "NOT NULL ORDER BY id",
            in_utc));
    if (!runs) return runs.error();
    history.runs = std::move(*runs);
  }
  if (!history.events.empty() || !history.runs.empty()) return history;
  auto empty = is_empty(connection);
  if (!empty) return empty.error();
  history.empty_database = *empty;
  return history;
}

bool leaves_applied(const std::string& outcome) { return outcome != "reverted" && outcome != "forgotten"; }

Latest::Latest(const History& history) {
  for (const Event& event : history.events) events_[identity(event.version, event.description)] = &event;
}

const Event* Latest::find(const std::string& version, const std::string& description) const {
  const auto found = events_.find(identity(version, description));
  return found == events_.end() ? nullptr : found->second;
}

std::vector<const Event*> in_force(const History& history) {
  const Latest latest(history);
  std::vector<const Event*> standing;
  for (const Event& event : history.events)
    if (leaves_applied(event.outcome) && latest.find(event.version, event.description) == &event)
      standing.push_back(&event);
  return standing;
}

std::string event_row(const Event& event) {
  return fmt::format(
      "INSERT INTO trueup.history (id, run, version, description, checksum, outcome, took_ms, tool_version) SELECT {}, "
      "{}, "
      "{}, {}, {}, {}, {}, {} FROM trueup.history;",
      next_id, event.run ? std::to_string(*event.run) : "NULL", quote_literal(event.version),
      quote_literal(event.description), quote_literal(event.checksum), quote_literal(event.outcome), event.took_ms,
      quote_literal(event.tool));
}

}  // namespace trueup::apply
