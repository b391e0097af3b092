#include <fmt/format.h>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

using Mappings = std::map<std::string, std::vector<std::string>>;

std::string alter(const Object& object) { return "ALTER TEXT SEARCH CONFIGURATION " + sql_name(object.id); }

/// One statement for all token types with the same dictionaries.
Statements map_tokens(const Object& object, std::string_view verb, const Mappings& mappings) {
  std::map<std::vector<std::string>, std::vector<std::string>> tokens;
  for (const auto& [token, dictionaries] : mappings) tokens[dictionaries].push_back(quote_identifier(token));
  Statements statements;
  for (const auto& [dictionaries, types] : tokens)
    statements.push_back(
        statement(fmt::format("{} {} MAPPING FOR {} WITH {}", alter(object), verb, join(types), join(dictionaries))));
  return statements;
}

Statements create(const Object& object, const Context& context) {
  const TextSearchConfiguration& configuration = as<TextSearchConfiguration>(object);
  Statements statements = {statement(
      fmt::format("CREATE TEXT SEARCH CONFIGURATION {} (PARSER = {})", sql_name(object.id), configuration.parser))};
  append(statements, map_tokens(object, "ADD", configuration.mappings));
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP TEXT SEARCH CONFIGURATION " + sql_name(object.id))};
}

Statements alter_mappings(const Object& from, const Object& to, const Context&) {
  const Mappings& before = as<TextSearchConfiguration>(from).mappings;
  Mappings added;
  Mappings changed;
  for (const auto& [token, dictionaries] : as<TextSearchConfiguration>(to).mappings) {
    const auto old = before.find(token);
    if (old == before.end())
      added.emplace(token, dictionaries);
    else if (old->second != dictionaries)
      changed.emplace(token, dictionaries);
  }
  std::vector<std::string> gone;
  for (const auto& [token, dictionaries] : before)
    if (!as<TextSearchConfiguration>(to).mappings.contains(token)) gone.push_back(quote_identifier(token));
  Statements statements;
  if (!gone.empty()) statements.push_back(statement(alter(to) + " DROP MAPPING FOR " + join(gone)));
  append(statements, map_tokens(to, "ALTER", changed));
  append(statements, map_tokens(to, "ADD", added));
  return statements;
}

constexpr FieldRule fields[] = {
    {.field = "parser", .alter = nullptr},
    {.field = "mappings", .alter = alter_mappings},
};

}  // namespace

constinit const KindRules text_search_configuration_rules = {
    .kind = Kind::text_search_configuration, .weight = 119, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
