#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statements create(const Object& object, const Context& context) {
  const TextSearchTemplate& payload = as<TextSearchTemplate>(object);
  const std::string init = payload.init.empty() ? "" : "INIT = " + payload.init + ", ";
  Statements statements = {statement("CREATE TEXT SEARCH TEMPLATE " + sql_name(object.id) + " (" + init +
                                     "LEXIZE = " + payload.lexize + ")")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP TEXT SEARCH TEMPLATE " + sql_name(object.id))};
}

constexpr FieldRule fields[] = {
    {.field = "init", .alter = nullptr},
    {.field = "lexize", .alter = nullptr},
};

}  // namespace

constinit const KindRules text_search_template_rules = {
    .kind = Kind::text_search_template, .weight = 117, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
