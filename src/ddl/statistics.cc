#include <fmt/format.h>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

Statement set_target(const Object& object) {
  return statement(
      fmt::format("ALTER STATISTICS {} SET STATISTICS {}", sql_name(object.id), as<Statistics>(object).target));
}

Statements create(const Object& object, const Context& context) {
  const Statistics& statistics = as<Statistics>(object);
  std::vector<std::string> parts;
  for (const std::string& column : statistics.columns) parts.push_back(quote_identifier(column));
  for (const Expression& expression : statistics.expressions) parts.push_back("(" + expression.text + ")");
  const std::string kinds = statistics.kinds.empty() ? "" : " (" + join(statistics.kinds) + ")";
  Statements statements = {statement(fmt::format("CREATE STATISTICS {}{} ON {} FROM {}", sql_name(object.id), kinds,
                                                 join(parts), sql_name(statistics.table)))};
  if (statistics.target != -1) statements.push_back(set_target(object));
  append(statements, attributes_after_create(object, context));
  return statements;
}

Statements drop(const Object& object, const Context&) { return {statement("DROP STATISTICS " + sql_name(object.id))}; }

Statements alter_target(const Object&, const Object& to, const Context&) { return {set_target(to)}; }

constexpr FieldRule fields[] = {
    {.field = "table", .alter = nullptr},       {.field = "kinds", .alter = nullptr},
    {.field = "columns", .alter = nullptr},     {.field = "expressions", .alter = nullptr},
    {.field = "target", .alter = alter_target},
};

}  // namespace

constinit const KindRules statistics_rules = {
    .kind = Kind::statistics, .weight = 175, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
