#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/object_id.h"

namespace trueup {

// Functions, parsers, templates and dictionaries are named by qualified text: "pg_catalog.simple", "public.\"My\"".

/// CREATE TEXT SEARCH PARSER.
struct TextSearchParser {
  std::string start;
  std::string get_token;
  std::string end;
  std::string headline;  ///< "" = none
  std::string lex_types;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("start", self.start);
    field("get_token", self.get_token);
    field("end", self.end);
    field("headline", self.headline);
    field("lex_types", self.lex_types);
  }
};

/// CREATE TEXT SEARCH TEMPLATE.
struct TextSearchTemplate {
  std::string init;  ///< "" = none
  std::string lexize;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("init", self.init);
    field("lexize", self.lexize);
  }
};

/// CREATE TEXT SEARCH DICTIONARY. Options belong to the template: lower-case name → value as text.
struct TextSearchDictionary {
  std::string template_name;
  std::map<std::string, std::string> options;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("template", self.template_name);
    field("options", self.options);
  }
};

/// CREATE TEXT SEARCH CONFIGURATION with its mappings: token type → dictionaries in the order they are asked.
struct TextSearchConfiguration {
  std::string parser;
  std::map<std::string, std::vector<std::string>> mappings;

  template <class Self, class F>
  static void each_field(Self& self, F field) {
    field("parser", self.parser);
    field("mappings", self.mappings);
  }
};

}  // namespace trueup
