#include <algorithm>
#include <regex>
#include <set>
#include <sstream>
#include <vector>

#include "trial/pairs.h"

namespace trueup::trial {
namespace {

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t at = 0;
  for (;;) {
    const std::size_t next = text.find(separator, at);
    parts.push_back(text.substr(at, next - at));
    if (next == std::string::npos) return parts;
    at = next + separator.size();
  }
}

/// {a=b,c=d} of reloptions as WITH (a='b', c='d').
std::string with_options(const std::string& braces) {
  if (braces.size() <= 2) return {};
  std::string text;
  for (const std::string& option : split(braces.substr(1, braces.size() - 2), ",")) {
    const std::size_t equals = option.find('=');
    text += (text.empty() ? "" : ", ") + option.substr(0, equals) + " = '" + option.substr(equals + 1) + "'";
  }
  return " WITH (" + text + ")";
}

/// "options|definition|columns" of a view, "options|populated|definition|columns" of a materialized one.
std::optional<std::string> stored_view(const std::string& stored, bool materialized) {
  const std::vector<std::string> parts = split(stored, "|");
  if (parts.size() < (materialized ? 4U : 3U)) return std::nullopt;
  std::string query = stored.substr(parts[0].size() + 1, stored.size() - parts[0].size() - parts.back().size() - 2);
  if (materialized) query = query.substr(parts[1].size() + 1);
  while (!query.empty() && (query.back() == ';' || query.back() == ' ')) query.pop_back();
  std::string text = materialized ? "CREATE MATERIALIZED VIEW public.v" : "CREATE VIEW public.v";
  text += with_options(parts[0]) + " AS " + query;
  return materialized ? text + (parts[1] == "false" ? " WITH NO DATA" : "") : text;
}

std::string quoted(const std::string& name) { return '"' + name + '"'; }

/// One line per column, constraint, index, sequence: what the tables write down of a whole table.
std::optional<std::string> stored_table(const std::string& stored, const std::string& ddl) {
  static const std::regex sequence(
      R"(SEQUENCE (\S+) (\w+) START (-?\d+) INC (-?\d+) MIN (-?\d+) MAX (-?\d+) CACHE (\d+) CYCLE (\w+)( OWNED BY (.*))?)");
  static const std::regex constraint(R"(("(?:[^"]|"")+"|\S+) ((PRIMARY KEY|UNIQUE|CHECK|FOREIGN KEY|EXCLUDE)\b[^]*))");
  static const std::regex created(R"(CREATE (UNIQUE )?INDEX ("(?:[^"]|"")+"|\S+) ON [^]*)");
  std::smatch name;
  static const std::regex table_name(R"(^CREATE (UNLOGGED )?TABLE ([\w.]+) *\()");
  if (!std::regex_search(ddl, name, table_name)) return std::nullopt;
  if (std::regex_search(ddl,
                        std::regex(R"(IDENTITY|INHERITS|PARTITION|SERIAL|serial|LIKE|;|COMMENT|STORAGE|UNLOGGED)")))
    return std::nullopt;
  std::vector<std::string> columns;
  std::set<std::string> constraints;
  std::string options;
  std::string rest;
  for (const std::string& line : split(stored, "\n")) {
    std::smatch match;
    if (line.starts_with("RELOPTIONS ")) {
      options = with_options(line.substr(11));
    } else if (std::regex_match(line, match, sequence)) {
      return std::nullopt;
    } else if (std::regex_match(line, match, created)) {
      if (!constraints.contains(match[2])) rest += "; " + line;
    } else if (std::regex_match(line, match, constraint) && !line.starts_with("GENERATED")) {
      constraints.insert(match[1]);
      columns.push_back("CONSTRAINT " + line);
    } else {
      const std::size_t space = line.find(' ');
      if (space == std::string::npos) return std::nullopt;
      columns.push_back(quoted(line.substr(0, space)) + line.substr(space));
    }
  }
  std::string text = "CREATE TABLE " + name[2].str() + " (";
  for (const std::string& column : columns) text += (text.back() == '(' ? "" : ", ") + column;
  return text + ")" + options + rest;
}

}  // namespace

std::optional<std::string> stored_statements(const std::string& context, const std::string& ddl,
                                             const std::string& written, const std::string& stored) {
  if (context == "default" && stored == "(no default stored)")
    return "ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT";
  if (context == "view") return "CREATE VIEW public.v AS " + stored;
  if (context == "view options") return stored_view(stored, false);
  if (context == "materialized view") return stored_view(stored, true);
  if (context == "index expression" || context == "index predicate") {
    std::string text = stored;
    std::replace(text.begin(), text.end(), '\n', ';');
    return text;
  }
  if (context == "constraint") {
    std::string text;
    for (const std::string& line : split(stored, "\n")) text += "ALTER TABLE public.t ADD CONSTRAINT " + line + ";";
    return text;
  }
  if (context == "trigger" || context == "trigger when") {
    if (stored.find(" ENABLED ") != std::string::npos) return std::nullopt;
    return stored;
  }
  if (context == "function attributes") return stored;
  if (context == "function signature") {
    // name(arguments) RETURNS type | identity (…): the language and the body as written.
    const std::size_t bar = stored.find(" | identity");
    std::smatch tail;
    if (bar == std::string::npos || stored.find('\n') != std::string::npos) return std::nullopt;
    if (!std::regex_search(ddl, tail, std::regex(R"( LANGUAGE [^]*$)"))) return std::nullopt;
    const bool procedure = ddl.starts_with("CREATE PROCEDURE") || ddl.starts_with("CREATE OR REPLACE PROCEDURE");
    return (procedure ? "CREATE PROCEDURE public." : "CREATE FUNCTION public.") + stored.substr(0, bar) + tail.str();
  }
  if (context == "table" || context == "collation" || context == "storage/reloptions" ||
      context == "identifier/implied name")
    return stored_table(stored, ddl);
  if (context == "SQL-standard body") return stored;
  if (context == "composite type") return "CREATE TYPE ct AS (" + stored + ")";
  if (context == "enum") {
    const std::size_t space = stored.find(' ');
    const std::string labels = stored.substr(space + 1);
    return "CREATE TYPE " + stored.substr(0, space) + " AS ENUM (" + (labels == "(none)" ? "" : labels) + ")";
  }
  static const std::set<std::string> replaced = {"default",         "check",         "exclusion",
                                                 "domain check",    "generated",     "policy",
                                                 "partition bound", "partition key", "type name"};
  if (!replaced.contains(context)) return std::nullopt;
  std::string text = ddl;
  const std::size_t at = text.rfind(written);
  if (at == std::string::npos) return statements(context, stored);
  return text.replace(at, written.size(), stored);
}

}  // namespace trueup::trial
