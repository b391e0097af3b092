#include "ddl/view_column.h"

#include "base/quote.h"
#include "ddl/text.h"

namespace trueup::ddl {

Statements change_column_comments(const ObjectId& view, const std::map<std::string, std::string>& from,
                                  const std::map<std::string, std::string>& to) {
  Statements statements;
  const auto comment = [&](const std::string& column, const std::string& text) {
    statements.push_back(
        statement("COMMENT ON COLUMN " + sql_name(view) + "." + quote_identifier(column) + " IS " + text));
  };
  for (const auto& [column, text] : from)
    if (!to.contains(column)) comment(column, "NULL");
  for (const auto& [column, text] : to) {
    const auto old = from.find(column);
    if (old == from.end() || old->second != text) comment(column, quote_literal(text));
  }
  return statements;
}

std::string column_name_list(const std::vector<std::string>& column_names) {
  return column_names.empty() ? "" : " (" + names(column_names) + ")";
}

}  // namespace trueup::ddl
