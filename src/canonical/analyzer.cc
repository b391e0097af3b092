#include "canonical/analyzer.h"

#include <algorithm>

#include "base/quote.h"
#include "canonical/type_text.h"
#include "model/builtin_text_search.h"

namespace trueup::canonical {

Analyzer::Analyzer(Names& names_, Arena& arena_, const std::vector<std::string>& path_, std::string_view source_)
    : names(names_),
      arena(arena_),
      path(path_),
      source(source_),
      coerce{.names = names_, .arena = arena_, .unsure = unsure} {
  coerce.refer = [this](const ObjectId& cast) { references.insert(cast); };
  coerce.regclass = [this](const Expr& constant) { return object_name(constant); };
  coerce.regconfig = [this](const Expr& constant) { return configuration_name(constant); };
}

void Analyzer::qualify(int location, std::string_view schema) {
  if (schema.empty() || schema == "pg_catalog" || location < 0) return;
  edits.push_back({.offset = location, .length = 0, .text = quote_identifier(schema) + "."});
}

void Analyzer::qualify_operator(int location, std::string_view name, std::string_view schema) {
  if (schema.empty() || schema == "pg_catalog" || location < 0) return;
  const std::string_view rest = source.substr(std::min<std::size_t>(location, source.size()));
  struct Word {
    std::string_view text;
    std::string_view name;
  };
  static constexpr Word words[] = {{"NOT LIKE", "!~~"}, {"NOT ILIKE", "!~~*"}, {"LIKE", "~~"}, {"ILIKE", "~~*"}};
  std::size_t length = rest.starts_with(name) ? name.size() : 0;
  for (const Word& word : words)
    if (word.name == name && rest.starts_with(word.text)) length = word.text.size();
  if (length == 0) return;
  edits.push_back({.offset = location,
                   .length = static_cast<int>(length),
                   .text = "OPERATOR(" + quote_identifier(schema) + "." + std::string(name) + ")"});
}

std::string Analyzer::only_schema() const {
  std::string only;
  for (const std::string& schema : path) {
    if (schema == "pg_catalog") continue;
    if (!only.empty()) return {};
    only = schema;
  }
  return only;
}

/// The number of bytes of the plain string literal at `offset`; 0 when it is of another form.
static int literal_length(std::string_view source, int offset) {
  if (offset < 0 || offset >= static_cast<int>(source.size()) || source[offset] != '\'') return 0;
  for (std::size_t i = offset + 1; i < source.size(); ++i) {
    if (source[i] != '\'') continue;
    if (i + 1 < source.size() && source[i + 1] == '\'')
      ++i;
    else
      return static_cast<int>(i) + 1 - offset;
  }
  return 0;
}

/// Folds case as an identifier's unless it is quoted.
static std::string take_folded(std::string_view& text) {
  const bool quoted = text.starts_with('"');
  std::string name = take_identifier(text);
  if (!quoted)
    for (char& c : name)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return name;
}

/// "schema", "name" of a name in a literal; nullopt where more follows.
static std::optional<std::pair<std::string, std::string>> name_in(std::string_view text) {
  std::string schema;
  std::string name = take_folded(text);
  if (text.starts_with('.')) {
    text.remove_prefix(1);
    schema = name;
    name = take_folded(text);
  }
  if (!text.empty()) return std::nullopt;
  return std::pair(schema, name);
}

void Analyzer::name_in_full(const Expr& constant, const ObjectId& found) {
  references.insert(found);
  const int length = literal_length(source, constant.location);
  if (length > 0)
    edits.push_back(
        {.offset = constant.location, .length = length, .text = quote_literal(qualified(found.schema, found.name))});
}

Literal Analyzer::object_name(const Expr& constant) {
  const auto stated = name_in(constant.text);
  const auto found = stated ? names.regclass(stated->first, stated->second, path) : std::nullopt;
  if (!found) {
    const RelationInfo* system = stated ? names.relation(stated->first, stated->second, path) : nullptr;
    if (!system) return {.text = constant.text, .sure = false};
    return {.text = qualified(system->schema, system->name)};
  }
  references.insert(*found);
  if (stated->first.empty()) name_in_full(constant, *found);
  return {.text = qualified(found->schema, found->name)};
}

Literal Analyzer::configuration_name(const Expr& constant) {
  const auto stated = name_in(constant.text);
  if (!stated) return {.text = constant.text, .sure = false};
  const bool system = stated->first.empty() || stated->first == "pg_catalog";
  if (system && is_builtin_text_search(Kind::text_search_configuration, stated->second))
    return {.text = stated->second};
  const auto found = names.find(Kind::text_search_configuration, stated->first, stated->second, path);
  if (!found) return {.text = constant.text, .sure = false};
  references.insert(*found);
  if (stated->first.empty()) name_in_full(constant, *found);
  return {.text = qualified(found->schema, found->name)};
}

std::vector<std::string> strings(std::size_t count, PgQuery__Node* const* nodes) {
  std::vector<std::string> found;
  for (std::size_t i = 0; i < count; ++i)
    if (nodes[i]->node_case == PG_QUERY__NODE__NODE_STRING) found.emplace_back(nodes[i]->string->sval);
  return found;
}

std::pair<std::string, std::string> schema_and_name(std::size_t count, PgQuery__Node* const* nodes) {
  std::vector<std::string> parts = strings(count, nodes);
  if (parts.empty()) return {};
  return {parts.size() > 1 ? parts[parts.size() - 2] : "", parts.back()};
}

}  // namespace trueup::canonical
