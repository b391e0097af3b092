#include "model/builtin_text_search.h"

#include <algorithm>
#include <array>

namespace trueup {

namespace {

constexpr std::array<std::string_view, 29> languages = {
    "arabic",  "armenian",   "basque", "catalan",   "danish",     "dutch",     "english",    "estonian",
    "finnish", "french",     "german", "greek",     "hindi",      "hungarian", "indonesian", "irish",
    "italian", "lithuanian", "nepali", "norwegian", "portuguese", "romanian",  "russian",    "serbian",
    "spanish", "swedish",    "tamil",  "turkish",   "yiddish"};

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

}  // namespace

bool is_builtin_text_search(Kind kind, std::string_view name) {
  constexpr std::array<std::string_view, 5> templates = {"ispell", "simple", "snowball", "synonym", "thesaurus"};
  constexpr std::string_view stem = "_stem";
  if (kind == Kind::text_search_parser) return name == "default";
  if (kind == Kind::text_search_template) return contains(templates, name);
  if (name == "simple") return true;
  if (kind == Kind::text_search_configuration) return contains(languages, name);
  return name.ends_with(stem) && contains(languages, name.substr(0, name.size() - stem.size()));
}

std::optional<TextSearchConfiguration> builtin_text_search_configuration(std::string_view name) {
  constexpr std::string_view schema = "pg_catalog.";
  if (!name.starts_with(schema)) return std::nullopt;
  name.remove_prefix(schema.size());
  if (!is_builtin_text_search(Kind::text_search_configuration, name)) return std::nullopt;
  constexpr std::array simple = {"email",   "file",   "float", "host", "hword_numpart", "int",    "numhword",
                                 "numword", "sfloat", "uint",  "url",  "url_path",      "version"};
  TextSearchConfiguration configuration{.parser = "pg_catalog.\"default\""};
  for (const char* token : simple) configuration.mappings[token] = {"pg_catalog.simple"};
  // Languages in other scripts stem their ASCII words as English.
  constexpr std::array<std::string_view, 2> with_english = {"hindi", "russian"};
  const auto stem = [](std::string_view language) {
    return language == "simple" ? std::string("pg_catalog.simple") : "pg_catalog." + std::string(language) + "_stem";
  };
  const std::string ascii = stem(contains(with_english, name) ? "english" : name);
  for (const char* token : {"asciiword", "asciihword", "hword_asciipart"}) configuration.mappings[token] = {ascii};
  for (const char* token : {"word", "hword", "hword_part"}) configuration.mappings[token] = {stem(name)};
  return configuration;
}

}  // namespace trueup
