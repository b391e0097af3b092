#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statement definition(const Object& object, std::string_view verb) {
  const Language& language = as<Language>(object);
  const auto name = [](const ObjectId& id) { return qualified(id.schema, id.name); };
  std::string sql = std::string(verb) + (language.trusted ? " TRUSTED" : "") + " LANGUAGE " + sql_name(object.id) +
                    " HANDLER " + name(language.handler);
  if (language.inline_handler) sql += " INLINE " + name(*language.inline_handler);
  if (language.validator) sql += " VALIDATOR " + name(*language.validator);
  return statement(std::move(sql));
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {definition(object, "CREATE")};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP LANGUAGE " + sql_name(object.id))}; }

Statements replace(const Object&, const Object& to, const Context&) { return {definition(to, "CREATE OR REPLACE")}; }

constexpr FieldRule fields[] = {
    {.field = "trusted", .alter = replace},
    {.field = "handler", .alter = replace},
    {.field = "inline", .alter = replace},
    {.field = "validator", .alter = replace},
};

}  // namespace

constinit const KindRules language_rules = {
    .kind = Kind::language, .weight = 101, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
