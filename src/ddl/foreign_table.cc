#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/column.h"
#include "ddl/foreign_options.h"
#include "ddl/kinds.h"
#include "ddl/not_null.h"
#include "ddl/partition.h"
#include "ddl/table.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string body(const Object& object, const std::vector<const Object*>& columns,
                 const std::set<ObjectId>& without_default, Secrets& secrets, const Catalog& catalog) {
  const ForeignTable& table = as<ForeignTable>(object);
  std::vector<std::string> lines;
  for (const Object* column : columns) {
    if (column->inherited_from) {
      if (std::string line = own_not_null_clause(*column, catalog); !line.empty()) lines.push_back(line);
      continue;
    }
    const bool bare = without_default.contains(column->id);
    lines.push_back(column_definition(*column, bare ? WithDefault::no : WithDefault::yes));
    for (const auto& [name, option] : as<Column>(*column).foreign_options)
      if (option.secret() && option.known) secrets.literals.push_back(quote_literal(option.value));
  }
  std::string text = lines.empty() ? " ()" : " (\n    " + join(lines, ",\n    ") + "\n)";
  if (table.partition_of)
    return " PARTITION OF " + sql_name(*table.partition_of) + (lines.empty() ? "" : text) + " " +
           table.partition_bound.text;
  if (table.inherits.empty()) return text;
  std::vector<std::string> parents;
  for (const ObjectId& parent : table.inherits) parents.push_back(sql_name(parent));
  return text + " INHERITS (" + join(parents) + ")";
}

Statements create(const Object& object, const Context& context) {
  return create_foreign_table_without_defaults(object, context, {});
}

/// The rows are the other server's.
Statements drop(const Object& object, const Context&) {
  return {statement("DROP FOREIGN TABLE " + sql_name(object.id))};
}

Statements alter_options(const Object& from, const Object& to, const Context&) {
  return change_foreign_options("ALTER " + named(to), as<ForeignTable>(from).options, as<ForeignTable>(to).options);
}

constexpr FieldRule fields[] = {
    {.field = "server", .alter = nullptr},           {.field = "options", .alter = alter_options},
    {.field = "inherits", .alter = change_parents},  {.field = "partition_of", .alter = reattach},
    {.field = "partition_bound", .alter = reattach},
};

}  // namespace

Statements create_foreign_table_without_defaults(const Object& object, const Context& context,
                                                 const std::set<ObjectId>& columns_without_default) {
  const ForeignTable& table = as<ForeignTable>(object);
  const std::vector<const Object*> columns = context.to.columns_of(object.id);
  Secrets secrets;
  std::string sql = "CREATE FOREIGN TABLE " + sql_name(object.id);
  sql += body(object, columns, columns_without_default, secrets, context.to);
  sql += " SERVER " + quote_identifier(table.server) + with_foreign_options(table.options, secrets);
  Statements statements = {secretive(std::move(sql), std::move(secrets))};
  append(statements, attributes_after_create(object, context));
  for (const Object* column : columns) {
    const bool bare = columns_without_default.contains(column->id);
    append(statements, column->inherited_from
                           ? inherited_column_extras(*column, context, bare ? WithDefault::no : WithDefault::yes)
                           : column_extras(*column, context));
  }
  return statements;
}

constinit const KindRules foreign_table_rules = {
    .kind = Kind::foreign_table, .weight = 115, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
