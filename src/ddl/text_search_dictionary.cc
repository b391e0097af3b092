#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

using DictionaryOptions = std::map<std::string, std::string>;

std::string option(const std::string& name, const std::string& value) {
  return quote_identifier(name) + " = " + quote_literal(value);
}

Statements create(const Object& object, const Context& context) {
  const TextSearchDictionary& dictionary = as<TextSearchDictionary>(object);
  std::vector<std::string> parts = {"TEMPLATE = " + dictionary.template_name};
  for (const auto& [name, value] : dictionary.options) parts.push_back(option(name, value));
  Statements statements = {
      statement("CREATE TEXT SEARCH DICTIONARY " + sql_name(object.id) + " (" + join(parts) + ")")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP TEXT SEARCH DICTIONARY " + sql_name(object.id))};
}

/// An option's bare name takes it away.
Statements alter_options(const Object& from, const Object& to, const Context&) {
  const DictionaryOptions& before = as<TextSearchDictionary>(from).options;
  const DictionaryOptions& after = as<TextSearchDictionary>(to).options;
  std::vector<std::string> parts;
  for (const auto& [name, value] : before)
    if (!after.contains(name)) parts.push_back(quote_identifier(name));
  for (const auto& [name, value] : after)
    if (const auto old = before.find(name); old == before.end() || old->second != value)
      parts.push_back(option(name, value));
  return {statement("ALTER TEXT SEARCH DICTIONARY " + sql_name(to.id) + " (" + join(parts) + ")")};
}

constexpr FieldRule fields[] = {
    {.field = "template", .alter = nullptr},
    {.field = "options", .alter = alter_options},
};

}  // namespace

constinit const KindRules text_search_dictionary_rules = {
    .kind = Kind::text_search_dictionary, .weight = 118, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
