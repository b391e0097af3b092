#include "parse/text_search.h"

#include "base/quote.h"
#include "model/builtin_text_search.h"
#include "parse/define.h"

namespace trueup::parse {

namespace {

const NameSet& declared(const Step& step, Kind kind) {
  const Names& names = step.fold.names;
  if (kind == Kind::text_search_parser) return names.text_search_parsers;
  if (kind == Kind::text_search_template) return names.text_search_templates;
  if (kind == Kind::text_search_dictionary) return names.text_search_dictionaries;
  return names.text_search_configurations;
}

std::string function_name(const Step& step, const Node* node) {
  const Nodes parts = value_parts(node);
  return parts.empty() ? std::string() : qualified(routine_schema(step, parts), cut_identifier(last_string(parts)));
}

/// The dictionaries of a mapping, each a list of names.
std::vector<std::string> dictionaries(const Step& step, Nodes list) {
  std::vector<std::string> found;
  for (const Node* node : list)
    found.push_back(text_search_name(step, Kind::text_search_dictionary, value_parts(node)));
  return found;
}

void replace(std::vector<std::string>& list, const std::string& from, const std::string& to) {
  for (std::string& name : list)
    if (name == from) name = to;
}

/// COPY = source.
Outcome copy(const Step& step, const std::string& source, Nodes parts, TextSearchConfiguration& configuration) {
  if (const auto builtin = builtin_text_search_configuration(source)) {
    configuration = *builtin;
    return {};
  }
  const ObjectId* id = find_object(step, Kind::text_search_configuration, parts);
  if (!id) return missing("text search configuration", parts);
  configuration = std::get<TextSearchConfiguration>(step.fold.catalog.find(*id)->payload);
  return {};
}

}  // namespace

std::string text_search_name(const Step& step, Kind kind, Nodes parts) {
  const std::string name = cut_identifier(last_string(parts));
  if (parts.size() > 1) return qualified(string_of(parts[parts.size() - 2]), name);
  if (is_builtin_text_search(kind, name)) return qualified("pg_catalog", name);
  if (std::optional<std::string> schema = declared(step, kind).find(name, step.path())) return qualified(*schema, name);
  return qualified(step.fold.names.extension_schema(name, step.path()).value_or("pg_catalog"), name);
}

Outcome create_text_search_parser(Step& step, const PgQuery__DefineStmt& stmt) {
  TextSearchParser parser;
  for (const Node* node : nodes(stmt.n_definition, stmt.definition)) {
    const PgQuery__DefElem& option = *node->def_elem;
    const std::string_view name = option.defname;
    if (name == "start") parser.start = function_name(step, option.arg);
    if (name == "gettoken") parser.get_token = function_name(step, option.arg);
    if (name == "end") parser.end = function_name(step, option.arg);
    if (name == "headline") parser.headline = function_name(step, option.arg);
    if (name == "lextypes") parser.lex_types = function_name(step, option.arg);
  }
  step.define(created_object(step, Kind::text_search_parser, nodes(stmt.n_defnames, stmt.defnames)), std::move(parser));
  return {};
}

Outcome create_text_search_template(Step& step, const PgQuery__DefineStmt& stmt) {
  TextSearchTemplate payload;
  for (const Node* node : nodes(stmt.n_definition, stmt.definition)) {
    const std::string_view name = node->def_elem->defname;
    if (name == "init") payload.init = function_name(step, node->def_elem->arg);
    if (name == "lexize") payload.lexize = function_name(step, node->def_elem->arg);
  }
  step.define(created_object(step, Kind::text_search_template, nodes(stmt.n_defnames, stmt.defnames)),
              std::move(payload));
  return {};
}

Outcome create_text_search_dictionary(Step& step, const PgQuery__DefineStmt& stmt) {
  TextSearchDictionary dictionary;
  for (const Node* node : nodes(stmt.n_definition, stmt.definition)) {
    const PgQuery__DefElem& option = *node->def_elem;
    if (std::string_view(option.defname) == "template")
      dictionary.template_name = text_search_name(step, Kind::text_search_template, value_parts(option.arg));
    else
      dictionary.options[option.defname] = value_text(option);
  }
  step.define(created_object(step, Kind::text_search_dictionary, nodes(stmt.n_defnames, stmt.defnames)),
              std::move(dictionary));
  return {};
}

Outcome alter_text_search_dictionary(Step& step, const PgQuery__AlterTSDictionaryStmt& stmt) {
  const Nodes parts = nodes(stmt.n_dictname, stmt.dictname);
  const ObjectId* id = find_object(step, Kind::text_search_dictionary, parts);
  if (!id) return missing("text search dictionary", parts);
  auto& options = std::get<TextSearchDictionary>(step.fold.catalog.find(*id)->payload).options;
  for (const Node* node : nodes(stmt.n_options, stmt.options)) {
    if (node->def_elem->arg)
      options[node->def_elem->defname] = value_text(*node->def_elem);
    else
      options.erase(node->def_elem->defname);
  }
  return {};
}

Outcome create_text_search_configuration(Step& step, const PgQuery__DefineStmt& stmt) {
  TextSearchConfiguration configuration;
  for (const Node* node : nodes(stmt.n_definition, stmt.definition)) {
    const std::string_view name = node->def_elem->defname;
    const Nodes parts = value_parts(node->def_elem->arg);
    if (name == "parser") configuration.parser = text_search_name(step, Kind::text_search_parser, parts);
    if (name != "copy") continue;
    const std::string source = text_search_name(step, Kind::text_search_configuration, parts);
    if (Outcome outcome = copy(step, source, parts, configuration); !outcome.done()) return outcome;
  }
  step.define(created_object(step, Kind::text_search_configuration, nodes(stmt.n_defnames, stmt.defnames)),
              std::move(configuration));
  return {};
}

Outcome alter_text_search_configuration(Step& step, const PgQuery__AlterTSConfigurationStmt& stmt) {
  const Nodes parts = nodes(stmt.n_cfgname, stmt.cfgname);
  const ObjectId* id = find_object(step, Kind::text_search_configuration, parts);
  if (!id) return missing("text search configuration", parts);
  auto& mappings = std::get<TextSearchConfiguration>(step.fold.catalog.find(*id)->payload).mappings;
  const std::vector<std::string> tokens = strings_of(nodes(stmt.n_tokentype, stmt.tokentype));
  const std::vector<std::string> list = dictionaries(step, nodes(stmt.n_dicts, stmt.dicts));
  switch (static_cast<int>(stmt.kind)) {
    case PG_QUERY__ALTER_TSCONFIG_TYPE__ALTER_TSCONFIG_DROP_MAPPING:
      for (const std::string& token : tokens) mappings.erase(token);
      break;
    case PG_QUERY__ALTER_TSCONFIG_TYPE__ALTER_TSCONFIG_REPLACE_DICT:
      for (auto& [token, dictionaries] : mappings) replace(dictionaries, list.at(0), list.at(1));
      break;
    case PG_QUERY__ALTER_TSCONFIG_TYPE__ALTER_TSCONFIG_REPLACE_DICT_FOR_TOKEN:
      for (const std::string& token : tokens) replace(mappings[token], list.at(0), list.at(1));
      break;
    default:
      for (const std::string& token : tokens) mappings[token] = list;
  }
  return {};
}

}  // namespace trueup::parse
