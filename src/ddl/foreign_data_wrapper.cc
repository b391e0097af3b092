#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/foreign_options.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string function(std::string_view word, const std::optional<ObjectId>& id) {
  if (!id) return "NO " + std::string(word);
  return std::string(word) + " " + qualified(id->schema, id->name);
}

Statements create(const Object& object, const Context& context) {
  const ForeignDataWrapper& wrapper = as<ForeignDataWrapper>(object);
  std::string sql = "CREATE FOREIGN DATA WRAPPER " + sql_name(object.id);
  if (wrapper.handler) sql += " " + function("HANDLER", wrapper.handler);
  if (wrapper.validator) sql += " " + function("VALIDATOR", wrapper.validator);
  Secrets secrets;
  sql += with_foreign_options(wrapper.options, secrets);
  Statements statements = {secretive(std::move(sql), std::move(secrets))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) {
  return {statement("DROP FOREIGN DATA WRAPPER " + sql_name(object.id))};
}

Statements alter_handler(const Object&, const Object& to, const Context&) {
  return {statement("ALTER " + named(to) + " " + function("HANDLER", as<ForeignDataWrapper>(to).handler))};
}

Statements alter_validator(const Object&, const Object& to, const Context&) {
  return {statement("ALTER " + named(to) + " " + function("VALIDATOR", as<ForeignDataWrapper>(to).validator))};
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_foreign_options("ALTER " + named(to), as<ForeignDataWrapper>(from).options,
                                as<ForeignDataWrapper>(to).options);
}

constexpr FieldRule fields[] = {
    {.field = "handler", .alter = alter_handler},
    {.field = "validator", .alter = alter_validator},
    {.field = "options", .alter = alter_options},
};

}  // namespace

constinit const KindRules foreign_data_wrapper_rules = {
    .kind = Kind::foreign_data_wrapper, .weight = 112, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
