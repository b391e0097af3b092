#include <map>
#include <regex>
#include <set>
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

/// GRANT for each entry of "r t {owner=…/owner,role=arw/owner}" but the owner's.
std::optional<std::string> stored_grants(const std::string& stored) {
  static const std::map<char, std::string> words = {{'a', "INSERT"},  {'r', "SELECT"},   {'w', "UPDATE"},
                                                    {'d', "DELETE"},  {'D', "TRUNCATE"}, {'x', "REFERENCES"},
                                                    {'t', "TRIGGER"}, {'U', "USAGE"}};
  static const std::regex line(R"(([rvmS]) (\w+) \{(.*)\})");
  static const std::regex entry(R"((\w*)=([\w*]*)/(\w+))");
  std::string text;
  for (const std::string& each : split(stored, "\n")) {
    std::smatch match;
    if (each.ends_with("(null)")) continue;
    if (!std::regex_match(each, match, line)) return std::nullopt;
    const std::string on = (match[1] == "S" ? "SEQUENCE " : "TABLE ") + std::string("public.") + match[2].str();
    for (const std::string& item : split(match[3], ",")) {
      std::smatch part;
      if (!std::regex_match(item, part, entry)) return std::nullopt;
      if (part[1] == part[3]) {
        // The owner's own: complete, or this is no plain GRANT.
        if (part[2] != "arwdDxt" && part[2] != "rwU") return std::nullopt;
        continue;
      }
      const std::string letters = part[2];
      for (std::size_t i = 0; i < letters.size(); ++i) {
        if (letters[i] == '*' || !words.contains(letters[i])) continue;
        const bool grantable = i + 1 < letters.size() && letters[i + 1] == '*';
        text += "GRANT " + words.at(letters[i]) + " ON " + on + " TO " +
                (part[1].length() == 0 ? std::string("PUBLIC") : part[1].str()) +
                (grantable ? " WITH GRANT OPTION; " : "; ");
      }
    }
  }
  return text;
}

/// "pg_class NUMBER TEXT": a comment on table t or on its column of that number.
std::optional<std::string> stored_comment(const std::string& setup_table, const std::string& stored) {
  std::smatch match;
  if (!std::regex_match(stored, match, std::regex(R"(pg_class (\d+) ([^]*))"))) return std::nullopt;
  std::string text = match[2];
  for (std::size_t i = 0; (i = text.find('\'', i)) != std::string::npos; i += 2) text.insert(i, "'");
  if (match[1] == "0") return "COMMENT ON TABLE public.t IS '" + text + "'";
  std::smatch column;
  if (match[1] != "1" || !std::regex_search(setup_table, column, std::regex(R"(CREATE TABLE t \((\w+) )")))
    return std::nullopt;
  return "COMMENT ON COLUMN public.t." + column[1].str() + " IS '" + text + "'";
}

}  // namespace

std::optional<std::string> stored_statements(const std::string& context, const std::string& setup,
                                             const std::string& ddl, const std::string& written,
                                             const std::string& stored) {
  if (context == "default" && stored == "(no default stored)")
    return "ALTER TABLE public.t ALTER COLUMN x DROP DEFAULT";
  if (context == "view") return "CREATE VIEW public.v AS " + stored;
  if (context == "view options") return stored_view(stored, false);
  if (context == "materialized view") return stored_view(stored, true);
  if (context == "index expression" || context == "index predicate") {
    // pg_get_indexdef says ONLY for every index of a partitioned table; whether its tree is complete stands elsewhere.
    std::string text = std::regex_replace(stored, std::regex("\n(?=CREATE )"), ";\n");
    return setup.find("PARTITION BY") == std::string::npos
               ? text
               : std::regex_replace(text, std::regex("(INDEX \\S+ ON) ONLY "), "$1 ");
  }
  if (context == "constraint") {
    // The definition leaves out storage parameters and columns added along the way.
    if (ddl.find("WITH (") != std::string::npos || ddl.find("ADD COLUMN") != std::string::npos) return std::nullopt;
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
      context == "identifier/implied name" || context == "sequence/serial") {
    // What the report leaves out cannot be read back.
    if (std::regex_search(ddl, std::regex("STORAGE|COMPRESSION|toast\\.|CLUSTER|PARTITION|INHERITS| OF ")))
      return std::nullopt;
    return stored_table(stored);
  }
  // What is granted to the owner cannot be told from what the owner holds anyway.
  if (context == "grant/acl")
    return ddl.find("TO postgres") == std::string::npos ? stored_grants(stored) : std::nullopt;
  // The report does not say which relation it speaks of.
  if (context == "comment")
    return (setup + ddl).find(" VIEW ") == std::string::npos && ddl.find(" ON INDEX ") == std::string::npos
               ? stored_comment(setup, stored)
               : std::nullopt;
  if (context == "SQL-standard body") return stored;
  if (context == "composite type")
    return "CREATE TYPE ct AS (" + std::regex_replace(stored, std::regex(R"((^|, )(\w+) )"), "$1\"$2\" ") + ")";
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
