#include <fmt/format.h>

#include "random/expression.h"
#include "random/pieces/pieces.h"
#include "random/query.h"

namespace trueup::random {

namespace {

/// "(a, b)" after the view's name; the columns of `query` have these names then.
std::string column_list(Pen& pen, Query& query) {
  if (!pen.flag("named columns", 6)) return {};
  for (std::size_t i = 0; i < query.columns.size(); ++i) query.columns[i].name = fmt::format("col_{}", i);
  return fmt::format(" ({})", names_of(query.columns));
}

void forget_keys(Columns& columns) {
  for (Column& column : columns) column.key = column.generated = false;
}

void comment_column(Pen& pen, const Made& view) {
  if (pen.flag("column comment", 6))
    pen.add(fmt::format("COMMENT ON COLUMN {}.{} IS 'an output'", view.sql, quoted(view.columns[0].name)));
}

}  // namespace

bool write_view(Pen& pen) {
  Query select = query(pen, "query");
  if (select.columns.empty()) return false;
  Made view = pen.fresh("view", "v", "rel");
  forget_keys(select.columns);
  const std::string columns = column_list(pen, select);
  const std::string options =
      pen.choose("options", {"", " WITH (security_barrier)", " WITH (security_barrier=true)"}, 6);
  pen.say(fmt::format("CREATE VIEW {}{}{} AS {}", view.sql, columns, options, select.text));
  view.columns = std::move(select.columns);
  pen.dress(view, "VIEW", table_privileges());
  comment_column(pen, view);
  if (const Made* role = pen.gives_owner() ? nullptr : pen.maybe("column grant", 10, of_sort({"role"})))
    pen.add(fmt::format("GRANT SELECT ({}) ON {} TO {}", quoted(view.columns[0].name), view.sql, role->sql));
  pen.make(std::move(view));
  return true;
}

bool write_materialized_view(Pen& pen) {
  Query select = query(pen, "query");
  if (select.columns.empty()) return false;
  Made view = pen.fresh("materialized view", "mv", "rel");
  forget_keys(select.columns);
  const std::string columns = column_list(pen, select);
  pen.say(fmt::format("CREATE MATERIALIZED VIEW {}{}{} AS {}{}", view.sql, columns,
                      pen.flag("options", 6) ? " WITH (fillfactor=70)" : "", select.text,
                      pen.flag("no data", 8) ? " WITH NO DATA" : ""));
  view.columns = std::move(select.columns);
  pen.dress(view, "MATERIALIZED VIEW", table_privileges());
  comment_column(pen, view);
  pen.make(std::move(view));
  return true;
}

bool write_rule(Pen& pen) {
  const Made* on = pen.pick(
      "on", [](const Made& made) { return (made.sort == "table" || made.sort == "view") && has_columns(made); });
  if (on == nullptr) return false;
  const std::string event = pen.choose("event", {"INSERT", "UPDATE", "DELETE"});
  const std::string name = pen.name("rule", fmt::format("rule {} ", on->uid));
  const std::string row = event == "DELETE" ? "OLD." : "NEW.";
  const std::string test =
      pen.flag("when", 4) ? " WHERE " + condition(pen, "when", on->columns, row, Use::anything) : "";
  std::string action = "NOTHING";
  const Made* other = pen.pick(
      "other", [&](const Made& made) { return made.sort == "table" && has_columns(made) && made.uid != on->uid; });
  if (other != nullptr && pen.flag("acts", 2))
    action = fmt::format("(SELECT count(*) FROM {} WHERE {})", other->sql,
                         condition(pen, "action", other->columns, "", Use::anything));
  if (action == "NOTHING" && test.empty() && pen.flag("notifies", 2)) action = "NOTIFY heard";
  const bool instead = on->sort == "view" || pen.flag("instead", 3);
  pen.say(fmt::format("CREATE RULE {} AS ON {} TO {}{} DO {} {}", quoted(name), event, on->sql, test,
                      instead ? "INSTEAD" : "ALSO", action));
  pen.comment(fmt::format("RULE {} ON {}", quoted(name), on->sql));
  return true;
}

}  // namespace trueup::random
