#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/quote.h"
#include "random/expression.h"
#include "random/pieces/pieces.h"
#include "random/query.h"

namespace trueup::random {

namespace {

struct Parameters {
  std::string text;
  std::string types;
  Columns columns;
};

Parameters parameters(Pen& pen) {
  Parameters all;
  std::vector<std::string> written;
  std::vector<std::string> types;
  bool defaults = false;
  for (std::size_t i = 0, n = pen.number("parameters", 0, 2); i < n; ++i) {
    const std::string slot = fmt::format("parameter {}", i);
    const Type type = any_type(pen, slot);
    const std::string name =
        pen.choose(slot + " name", {fmt::format("p{}", i), fmt::format("P \"{}", i), fmt::format("q{}", i)}, 4);
    std::string text = fmt::format("{} {}", quoted(name), spelled(pen, slot, type));
    defaults = defaults || pen.flag(slot + " default", 5);
    if (defaults) text += " DEFAULT " + value(pen, slot + " is", type, {}, "", Use::scalar);
    written.push_back(std::move(text));
    types.push_back(type.text);
    all.columns.push_back({.name = name, .type = type});
  }
  all.text = fmt::format("{}", fmt::join(written, ", "));
  all.types = fmt::format("{}", fmt::join(types, ", "));
  return all;
}

/// A routine has a name of its own, but now and then takes one that is there: another overload.
void find_name(Pen& pen, Made& made, std::string_view base, const std::string& types) {
  made.uid = pen.uid();
  made.schema = pen.schema();
  made.name = pen.name(base, "fun " + made.schema + " ");
  if (const Made* other = pen.maybe(
          "overloads", 8, [&](const Made& each) { return each.sort == made.sort && each.schema == made.schema; }))
    if (pen.scene().taken.insert(fmt::format("sig {} ({})", in(made.schema, other->name), types)).second)
      made.name = other->name;
  pen.scene().taken.insert(fmt::format("sig {} ({})", in(made.schema, made.name), types));
  made.sql = fmt::format("{}({})", in(made.schema, made.name), types);
}

std::string attributes(Pen& pen, bool immutable) {
  std::string text = immutable ? " IMMUTABLE" : pen.choose("volatility", {"", " STABLE"}, 3);
  for (const char* attribute : {"STRICT", "SECURITY DEFINER", "PARALLEL SAFE", "COST 7"})
    if (pen.flag(attribute, 8)) text += fmt::format(" {}", attribute);
  if (!immutable)
    text += pen.choose("setting", {"", " SET search_path = pg_catalog, public", " SET work_mem = '8MB'"}, 8);
  return text;
}

std::string in_dollars(const std::string& body) { return dollar_quote(body); }

/// The body of a function that gives `result`, with its language.
std::string body(Pen& pen, const Parameters& takes, const Type& result, bool immutable) {
  const Use use = immutable ? Use::immutable : Use::anything;
  const std::string gives =
      fmt::format("CAST({} AS {})", value(pen, "gives", result, takes.columns, "", use), result.text);
  const Made* from = immutable ? nullptr : pen.maybe("reads", 3, has_columns);
  const std::string select =
      from == nullptr
          ? "SELECT " + gives
          : fmt::format("SELECT {} FROM {} WHERE {} LIMIT 1", gives, from->sql,
                        condition(pen, "reads where", from->columns, quoted(from->name) + ".", Use::anything));
  const std::string form = pen.choose("body", {"sql", "return", "atomic", "plpgsql", "single quotes"});
  if (pen.scene().version >= 140000 && form == "return" && from == nullptr) return " RETURN " + gives;
  if (pen.scene().version >= 140000 && form == "atomic") return fmt::format(" BEGIN ATOMIC {}; END", select);
  if (form == "plpgsql")
    return " LANGUAGE plpgsql AS " + in_dollars(from == nullptr ? fmt::format("\nBEGIN\n  RETURN {};\nEND", gives)
                                                                : fmt::format("\nBEGIN\n  RETURN ({});\nEND", select));
  if (form == "single quotes") return fmt::format(" LANGUAGE sql AS {}", quote_literal(select));
  return " LANGUAGE sql AS " + in_dollars(" " + select + " ");
}

}  // namespace

bool write_function(Pen& pen) {
  const Parameters takes = parameters(pen);
  Made made;
  made.sort = "function";
  find_name(pen, made, "f", takes.types);
  made.type = any_type(pen, "result");
  const bool immutable = pen.flag("immutable", 2);
  if (immutable) made.marks.insert("immutable");
  const std::string how = body(pen, takes, made.type, immutable);
  // The language stands before the attributes, or RETURN after them.
  const std::string more = attributes(pen, immutable);
  pen.say(fmt::format("CREATE FUNCTION {}({}) RETURNS {}{}{}", in(made.schema, made.name), takes.text,
                      spelled(pen, "result", made.type), more, how));
  pen.dress(made, "FUNCTION", {"EXECUTE"});
  for (const Column& column : takes.columns) made.arguments.push_back(column.type);
  pen.make(std::move(made));
  return true;
}

bool write_table_function(Pen& pen) {
  const std::string form = pen.choose("body", {"sql", "atomic", "plpgsql"});
  const bool atomic = form == "atomic" && pen.scene().version >= 140000;
  Query select = query(pen, "query", !atomic);
  if (select.columns.empty()) return false;
  Made made;
  made.sort = "table function";
  find_name(pen, made, "rows", "");
  std::vector<std::string> results;
  std::vector<std::string> outs;
  for (std::size_t i = 0; i < select.columns.size(); ++i) {
    select.columns[i].name = fmt::format("r{}", i);
    results.push_back(fmt::format("r{} {}", i, select.columns[i].type.text));
    outs.push_back("OUT " + results.back());
  }
  std::string head;
  // Of a body that is parsed, rows of a table would have to fit the columns that it gets later, too.
  if (const Made* relation = atomic ? nullptr : pen.maybe("rows of", 4, has_columns)) {
    head = fmt::format("() RETURNS SETOF {}", relation->sql);
    select = {"SELECT * FROM " + relation->sql, relation->columns};
  } else if (pen.flag("out", 3) && outs.size() > 1) {
    head = fmt::format("({}) RETURNS SETOF record", fmt::join(outs, ", "));
  } else {
    head = fmt::format("() RETURNS TABLE ({})", fmt::join(results, ", "));
  }
  std::string how;
  if (atomic)
    how = fmt::format(" BEGIN ATOMIC {}; END", select.text);
  else if (form == "plpgsql")
    how = " LANGUAGE plpgsql AS " + in_dollars(fmt::format(" BEGIN RETURN QUERY {}; END ", select.text));
  else
    how = " LANGUAGE sql AS " + in_dollars(" " + select.text + " ");
  pen.say(fmt::format("CREATE FUNCTION {}{}{}{}", in(made.schema, made.name), head,
                      pen.choose("attributes", {" STABLE", "", " STABLE ROWS 5", " STABLE PARALLEL SAFE COST 50"}),
                      how));
  made.columns = select.columns;
  for (Column& column : made.columns) column.key = column.generated = false;
  pen.dress(made, "FUNCTION", {"EXECUTE"});
  pen.make(std::move(made));
  return true;
}

bool write_procedure(Pen& pen) {
  const Parameters takes = parameters(pen);
  Made made;
  made.sort = "procedure";
  find_name(pen, made, "proc", takes.types);
  const Made* into = pen.maybe("clears", 2, [](const Made& each) { return each.sort == "table" && has_columns(each); });
  const std::string act =
      into == nullptr
          ? "SELECT 1"
          : fmt::format("DELETE FROM {} WHERE {}", into->sql,
                        condition(pen, "clears where", into->columns, quoted(into->name) + ".", Use::anything));
  const bool atomic = pen.scene().version >= 140000 && pen.flag("atomic", 3);
  const std::string how =
      atomic ? fmt::format(" BEGIN ATOMIC {}; END", act)
      : pen.flag("plpgsql", 2)
          ? " LANGUAGE plpgsql AS " + in_dollars(" BEGIN " + (into == nullptr ? "PERFORM 1" : act) + "; END ")
          : " LANGUAGE sql AS " + in_dollars(act);
  pen.say(fmt::format("CREATE PROCEDURE {}({}){}{}", in(made.schema, made.name), takes.text,
                      pen.flag("definer", 6) ? " SECURITY DEFINER" : "", how));
  pen.dress(made, "PROCEDURE", {"EXECUTE"});
  pen.make(std::move(made));
  return true;
}

bool write_trigger_function(Pen& pen) {
  Made made;
  made.sort = pen.choose("sort", {"trigger function", "event trigger function"}, 5);
  find_name(pen, made, "watch", "");
  const bool event = made.sort != "trigger function";
  pen.say(fmt::format(
      "CREATE FUNCTION {}() RETURNS {} LANGUAGE plpgsql AS {}", in(made.schema, made.name),
      event ? "event_trigger" : "trigger",
      in_dollars(event ? " BEGIN END "
                       : pen.choose("body", {" BEGIN RETURN NEW; END ", " BEGIN RETURN coalesce(NEW, OLD); END ",
                                             "\nBEGIN\n  RETURN NULL;\nEND\n"}))));
  pen.dress(made, "FUNCTION", {"EXECUTE"});
  pen.make(std::move(made));
  return true;
}

}  // namespace trueup::random
