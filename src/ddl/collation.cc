#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string definition(const Collation& collation) {
  // Only a copy of one of the server's own is for every encoding.
  if (collation.any_encoding) return " FROM pg_catalog." + quote_identifier(collation.lc_collate);
  std::vector<std::string> options = {"provider = " + collation.provider};
  const auto add = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) options.push_back(std::string(name) + " = " + quote_literal(value));
  };
  if (collation.lc_collate == collation.lc_ctype) {
    add("locale", collation.lc_collate);
  } else {
    add("lc_collate", collation.lc_collate);
    add("lc_ctype", collation.lc_ctype);
  }
  add("locale", collation.locale);
  if (!collation.deterministic) options.emplace_back("deterministic = false");
  add("rules", collation.rules);
  return " (" + join(options) + ")";
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {statement("CREATE COLLATION " + sql_name(object.id) + definition(as<Collation>(object)))};
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP COLLATION " + sql_name(object.id))}; }

// There is no ALTER COLLATION for any of them.
constexpr FieldRule fields[] = {
    {.field = "provider", .alter = nullptr},     {.field = "locale", .alter = nullptr},
    {.field = "lc_collate", .alter = nullptr},   {.field = "lc_ctype", .alter = nullptr},
    {.field = "any_encoding", .alter = nullptr}, {.field = "deterministic", .alter = nullptr},
    {.field = "rules", .alter = nullptr},
};

}  // namespace

constinit const KindRules collation_rules = {
    .kind = Kind::collation, .weight = 46, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
