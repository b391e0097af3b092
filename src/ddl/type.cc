#include "ddl/type.h"

#include "base/quote.h"
#include "ddl/text.h"

namespace trueup::ddl {

Statement rename_type(const ObjectId& type, std::string_view new_name) {
  return statement("ALTER " + std::string(keyword_of(type.kind)) + " " + sql_name(type) + " RENAME TO " +
                   quote_identifier(new_name));
}

Statement convert_column(const Object& column, std::string_view using_type) {
  const std::string name = sql_name(column.id);
  // An array goes through text[] so that its elements' texts are converted one by one.
  const std::string via = using_type.ends_with("[]") ? "text[]" : "text";
  std::string sql = alter_parent(column) + " ALTER COLUMN " + name + " TYPE " + std::string(using_type);
  if (const std::string& collation = as<Column>(column).collation; !collation.empty()) sql += " COLLATE " + collation;
  return statement(sql + " USING " + name + "::" + via + "::" + std::string(using_type));
}

}  // namespace trueup::ddl
