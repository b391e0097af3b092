#include "base/quote.h"
#include "introspect/steps.h"

namespace trueup::introspect {

namespace {

/// A qualified name from two columns; "" where they are NULL.
std::string name(Row& row) {
  const std::string schema = row.text();
  const std::string name = row.text();
  return name.empty() ? std::string() : qualified(schema, name);
}

Object object_of(Row& row, Kind kind) { return {.id = {.kind = kind, .schema = row.text(), .name = row.text()}}; }

/// Two columns for each function, joined to the row by `column`.
std::string function(std::string_view column) {
  const std::string of =
      "FROM pg_proc f JOIN pg_namespace fn ON fn.oid = f.pronamespace WHERE f.oid = " + std::string(column) + ")";
  return ", (SELECT fn.nspname " + of + ", (SELECT f.proname " + of;
}

std::string parser_query(const Context&) {
  return "SELECT p.oid, n.nspname, p.prsname" + function("p.prsstart") + function("p.prstoken") + function("p.prsend") +
         function("p.prsheadline") + function("p.prslextype") +
         " FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = p.prsnamespace WHERE p.prsnamespace = ANY ($schemas)";
}

void fold_parsers(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_ts_parser, oid)) continue;
    Object object = object_of(row, Kind::text_search_parser);
    TextSearchParser parser;
    parser.start = name(row);
    parser.get_token = name(row);
    parser.end = name(row);
    parser.headline = name(row);
    parser.lex_types = name(row);
    object.payload = std::move(parser);
    context.add({pg_ts_parser, oid, 0}, std::move(object));
  }
}

std::string template_query(const Context&) {
  return "SELECT t.oid, n.nspname, t.tmplname" + function("t.tmplinit") + function("t.tmpllexize") +
         " FROM pg_ts_template t JOIN pg_namespace n ON n.oid = t.tmplnamespace WHERE t.tmplnamespace = ANY "
         "($schemas)";
}

void fold_templates(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_ts_template, oid)) continue;
    Object object = object_of(row, Kind::text_search_template);
    TextSearchTemplate payload;
    payload.init = name(row);
    payload.lexize = name(row);
    object.payload = std::move(payload);
    context.add({pg_ts_template, oid, 0}, std::move(object));
  }
}

std::string dictionary_query(const Context&) {
  return "SELECT d.oid, n.nspname, d.dictname, d.dictowner, tn.nspname, t.tmplname, d.dictinitoption "
         "FROM pg_ts_dict d JOIN pg_namespace n ON n.oid = d.dictnamespace JOIN pg_ts_template t ON t.oid = "
         "d.dicttemplate JOIN pg_namespace tn ON tn.oid = t.tmplnamespace WHERE d.dictnamespace = ANY ($schemas)";
}

/// One word of a serialized list: `name`, `"Name"`, `'value'`, `E'va\\lue'` or a number; `at` moves behind it.
std::string take_word(std::string_view text, std::size_t& at) {
  std::string word;
  const bool escaped = at < text.size() && text[at] == 'E' && at + 1 < text.size() && text[at + 1] == '\'';
  if (escaped) ++at;
  const char quote = at < text.size() ? text[at] : '\0';
  if (quote != '\'' && quote != '"') {
    while (at < text.size() && text[at] != ' ' && text[at] != ',' && text[at] != '=') word += text[at++];
    return word;
  }
  for (++at; at < text.size(); ++at) {
    const bool doubled = at + 1 < text.size() && text[at + 1] == text[at];
    if (text[at] == quote && !doubled) break;
    if (text[at] == quote || (escaped && text[at] == '\\')) ++at;
    word += text[at];
  }
  ++at;
  return word;
}

/// dictinitoption: `language = 'english', stopwords = 'english'` (serialize_deflist in tsearchcmds.c).
std::map<std::string, std::string> options(std::string_view text) {
  std::map<std::string, std::string> options;
  const auto skip = [&](std::size_t& at, std::string_view any) {
    while (at < text.size() && any.find(text[at]) != std::string_view::npos) ++at;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::string option = take_word(text, at);
    skip(at, " =");
    options[std::move(option)] = take_word(text, at);
    skip(at, " ,");
  }
  return options;
}

void fold_dictionaries(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_ts_dict, oid)) continue;
    Object object = object_of(row, Kind::text_search_dictionary);
    object.owner = context.role(row.oid());
    TextSearchDictionary dictionary;
    dictionary.template_name = name(row);
    dictionary.options = options(row.view());
    object.payload = std::move(dictionary);
    context.add({pg_ts_dict, oid, 0}, std::move(object));
  }
}

std::string configuration_query(const Context&) {
  return "SELECT c.oid, n.nspname, c.cfgname, c.cfgowner, pn.nspname, p.prsname FROM pg_ts_config c "
         "JOIN pg_namespace n ON n.oid = c.cfgnamespace JOIN pg_ts_parser p ON p.oid = c.cfgparser "
         "JOIN pg_namespace pn ON pn.oid = p.prsnamespace WHERE c.cfgnamespace = ANY ($schemas)";
}

void fold_configurations(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    const Oid oid = row.oid();
    if (context.is_member(pg_ts_config, oid)) continue;
    Object object = object_of(row, Kind::text_search_configuration);
    object.owner = context.role(row.oid());
    TextSearchConfiguration configuration;
    configuration.parser = name(row);
    object.payload = std::move(configuration);
    context.add({pg_ts_config, oid, 0}, std::move(object));
  }
}

std::string mapping_query(const Context&) {
  return "SELECT c.oid, t.alias, dn.nspname, d.dictname FROM pg_ts_config c CROSS JOIN LATERAL "
         "ts_token_type(c.cfgparser) t JOIN pg_ts_config_map m ON m.mapcfg = c.oid AND m.maptokentype = t.tokid "
         "JOIN pg_ts_dict d ON d.oid = m.mapdict JOIN pg_namespace dn ON dn.oid = d.dictnamespace "
         "WHERE c.cfgnamespace = ANY ($schemas) ORDER BY c.oid, t.alias, m.mapseqno";
}

void fold_mappings(Context& context, const db::Rows& rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Row row(rows, i);
    Object* object = context.object_at({pg_ts_config, row.oid(), 0});
    if (object == nullptr) continue;
    const std::string token = row.text();
    std::get<TextSearchConfiguration>(object->payload).mappings[token].push_back(name(row));
  }
}

}  // namespace

const Step text_search_parser_step = {.what = "text search parsers", .query = parser_query, .fold = fold_parsers};
const Step text_search_template_step = {
    .what = "text search templates", .query = template_query, .fold = fold_templates};
const Step text_search_dictionary_step = {
    .what = "text search dictionaries", .query = dictionary_query, .fold = fold_dictionaries};
const Step text_search_configuration_step = {
    .what = "text search configurations", .query = configuration_query, .fold = fold_configurations};
const Step text_search_mapping_step = {.what = "text search mappings", .query = mapping_query, .fold = fold_mappings};

}  // namespace trueup::introspect
