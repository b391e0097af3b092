#include <fmt/format.h>
#include <fmt/ranges.h>

#include "random/expression.h"
#include "random/pieces/pieces.h"
#include "random/query.h"

namespace trueup::random {

namespace {

std::string arguments(Pen& pen) { return pen.choose("arguments", {"", "'a'", "'it''s', '2'"}, 4); }

std::string events(Pen& pen, const Made& on, bool view) {
  std::vector<std::string> all;
  for (const char* event : {"INSERT", "DELETE", "UPDATE"})
    if (pen.flag(event, 2)) all.emplace_back(event);
  if (all.empty()) all.emplace_back("INSERT");
  if (all.back() == "UPDATE" && !view && pen.flag("of columns", 3))
    all.back() += " OF " + names_of(some_of(pen, "of", on.columns, 1, 2));
  return fmt::format("{}", fmt::join(all, " OR "));
}

/// WHEN, which may name NEW or OLD only where every event has it.
std::string when(Pen& pen, const Made& on, const std::string& events, const std::string& timing) {
  if (!pen.flag("when", 4)) return {};
  const bool inserts = events.find("INSERT") != std::string::npos;
  const bool deletes = events.find("DELETE") != std::string::npos;
  if (inserts && deletes) return {};
  Columns columns;
  for (const Column& column : on.columns)
    if (!column.generated || timing != "BEFORE") columns.push_back(column);
  return columns.empty()
             ? ""
             : fmt::format(" WHEN ({})", condition(pen, "when", columns, deletes ? "OLD." : "NEW.", Use::scalar));
}

}  // namespace

bool write_trigger(Pen& pen) {
  const Made* on =
      pen.pick("on", [](const Made& made) { return has_columns(made) && made.sort != "materialized view"; });
  const Made* function = on == nullptr ? nullptr : pen.pick("function", of_sort({"trigger function"}));
  if (function == nullptr) return false;
  const bool view = on->sort == "view";
  const std::string name = pen.name("trig", "trigger ");
  const std::string call = fmt::format("EXECUTE {} {}({})", pen.choose("~word", {"FUNCTION", "PROCEDURE"}, 4),
                                       in(function->schema, function->name), arguments(pen));
  if (on->sort == "table" && pen.flag("constraint", 6)) {
    const std::string on_events = events(pen, *on, false);
    pen.say(fmt::format("CREATE CONSTRAINT TRIGGER {} AFTER {} ON {}{} FOR EACH ROW{} {}", quoted(name), on_events,
                        on->sql, pen.choose("deferrable", {"", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED"}),
                        when(pen, *on, on_events, "AFTER"), call));
  } else {
    const std::string timing = view ? "INSTEAD OF" : pen.choose("timing", {"BEFORE", "AFTER"});
    const std::string on_events = events(pen, *on, view);
    const bool row = view || !pen.flag("statement", 3);
    pen.say(fmt::format("CREATE TRIGGER {} {} {} ON {} FOR EACH {}{} {}", quoted(name), timing, on_events, on->sql,
                        row ? "ROW" : "STATEMENT", row && !view ? when(pen, *on, on_events, timing) : "", call));
  }
  if (!view && on->sort == "table")
    if (const std::string state = pen.choose("state", {"", "DISABLE", "ENABLE ALWAYS", "ENABLE REPLICA"}, 8);
        !state.empty())
      pen.add(fmt::format("ALTER TABLE {} {} TRIGGER {}", on->sql, state, quoted(name)));
  pen.comment(fmt::format("TRIGGER {} ON {}", quoted(name), on->sql));
  return true;
}

bool write_event_trigger(Pen& pen) {
  const Made* function = pen.pick("function", of_sort({"event trigger function"}));
  if (function == nullptr) return false;
  Made made{.uid = pen.uid(), .sort = "event trigger"};
  made.name = pen.name("ev", "event trigger ");
  made.sql = quoted(made.name);
  pen.say(fmt::format(
      "CREATE EVENT TRIGGER {} ON {}{} EXECUTE FUNCTION {}()", made.sql,
      pen.choose("event", {"ddl_command_start", "ddl_command_end", "sql_drop"}),
      pen.choose("tags", {"", " WHEN TAG IN ('CREATE TABLE')", " WHEN TAG IN ('ALTER TABLE', 'DROP TABLE')"}, 3),
      in(function->schema, function->name)));
  if (const std::string state = pen.choose("state", {"", "DISABLE", "ENABLE ALWAYS"}, 4); !state.empty())
    pen.add(fmt::format("ALTER EVENT TRIGGER {} {}", made.sql, state));
  pen.comment("EVENT TRIGGER " + made.sql);
  return true;
}

bool write_policy(Pen& pen) {
  const Made* on = pen.pick("on", [](const Made& made) { return made.sort == "table" && has_columns(made); });
  if (on == nullptr) return false;
  const std::string name = pen.name("pol", fmt::format("policy {} ", on->uid));
  const std::string command = pen.choose("command", {"", "ALL", "SELECT", "INSERT", "UPDATE", "DELETE"}, 2);
  std::string sql = fmt::format("CREATE POLICY {} ON {}{}", quoted(name), on->sql,
                                pen.flag("restrictive", 6) ? " AS RESTRICTIVE" : "");
  if (!command.empty()) sql += " FOR " + command;
  if (const Made* role = pen.maybe("to", 2, of_sort({"role"}))) sql += " TO " + role->sql;
  const auto test = [&](const std::string& slot) {
    const Made* other =
        pen.maybe(slot + " other", 4, [&](const Made& made) { return has_columns(made) && made.uid != on->uid; });
    if (other == nullptr) return condition(pen, slot, on->columns, "", Use::anything);
    return fmt::format("EXISTS (SELECT 1 FROM {} o WHERE {})", other->sql,
                       condition(pen, slot + " inner", other->columns, "o.", Use::anything));
  };
  if (command != "INSERT" && pen.flag("using", 1)) sql += fmt::format(" USING ({})", test("using test"));
  if (command != "SELECT" && command != "DELETE" && (command == "INSERT" || pen.flag("check", 2)))
    sql += fmt::format(" WITH CHECK ({})", test("check test"));
  pen.say(sql);
  pen.comment(fmt::format("POLICY {} ON {}", quoted(name), on->sql));
  return true;
}

}  // namespace trueup::random
