#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const TextSearchParser& parser = as<TextSearchParser>(object);
  std::vector<std::string> options = {"START = " + parser.start, "GETTOKEN = " + parser.get_token,
                                      "END = " + parser.end, "LEXTYPES = " + parser.lex_types};
  if (!parser.headline.empty()) options.push_back("HEADLINE = " + parser.headline);
  Statements statements = {statement("CREATE TEXT SEARCH PARSER " + sql_name(object.id) + " (" + join(options) + ")")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP TEXT SEARCH PARSER " + sql_name(object.id))};
}

constexpr FieldRule fields[] = {
    {.field = "start", .alter = nullptr},     {.field = "get_token", .alter = nullptr},
    {.field = "end", .alter = nullptr},       {.field = "headline", .alter = nullptr},
    {.field = "lex_types", .alter = nullptr},
};

}  // namespace

constinit const KindRules text_search_parser_rules = {
    .kind = Kind::text_search_parser, .weight = 116, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
