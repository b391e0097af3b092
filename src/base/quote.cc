#include "base/quote.h"

#include <algorithm>
#include <sstream>
#include <unordered_set>

namespace trueup {

namespace {

/// Every keyword of PostgreSQL 13–18 that is not of the unreserved class: those quote_ident puts in quotes
/// (pg_get_keywords() where catcode <> 'U'), the newest versions' included.
constexpr std::string_view keywords =
    "all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean "
    "both case cast char character check coalesce collate collation column concurrently constraint "
    "create cross current_catalog current_date current_role current_schema current_time "
    "current_timestamp current_user dec decimal default deferrable desc distinct do else end except "
    "exists extract false fetch float for foreign freeze from full grant greatest group grouping having "
    "ilike in initially inner inout int integer intersect interval into is isnull join json json_array "
    "json_arrayagg json_exists json_object json_objectagg json_query json_scalar json_serialize json_table "
    "json_value lateral leading least left like limit localtime localtimestamp merge_action national natural "
    "nchar none normalize not notnull null nullif numeric offset on only or order out outer overlaps overlay "
    "placing position precision primary real references returning right row select session_user setof similar "
    "smallint some substring symmetric system_user table tablesample then time timestamp to trailing treat trim "
    "true union unique user using values varchar variadic verbose when where window with xmlattributes xmlconcat "
    "xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable";

bool needs_quotes(std::string_view name) {
  static const std::unordered_set<std::string> reserved = [] {
    std::istringstream words{std::string(keywords)};
    std::unordered_set<std::string> set;
    for (std::string word; words >> word;) set.insert(word);
    return set;
  }();
  if (name.empty()) return true;
  const auto plain_start = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto plain = [&](char c) { return plain_start(c) || (c >= '0' && c <= '9'); };
  if (!plain_start(name.front()) || !std::all_of(name.begin(), name.end(), plain)) return true;
  return reserved.contains(std::string(name));
}

}  // namespace

std::string quote_identifier(std::string_view name) {
  if (!needs_quotes(name)) return std::string(name);
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string qualified(std::string_view schema, std::string_view name) {
  return schema.empty() ? quote_identifier(name) : quote_identifier(schema) + "." + quote_identifier(name);
}

std::string quote_literal(std::string_view text) {
  const bool escaped = text.find('\\') != std::string_view::npos;
  std::string literal = escaped ? "E'" : "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') literal += c;
    literal += c;
  }
  return literal + "'";
}

std::string dollar_quote(std::string_view body) {
  std::string tag = "$$";
  for (int n = 0; body.find(tag) != std::string_view::npos || (tag == "$$" && body.ends_with('$')); ++n)
    tag = n == 0 ? "$body$" : "$body" + std::to_string(n) + "$";
  return tag + std::string(body) + tag;
}

}  // namespace trueup
