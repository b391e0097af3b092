#include "ddl/view_column.h"

#include "base/quote.h"
#include "ddl/attributes.h"
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

const ColumnAcls& view_column_acls(const Object& view) {
  static const ColumnAcls none;
  if (const auto* plain = std::get_if<View>(&view.payload)) return plain->column_acls;
  if (const auto* stored = std::get_if<MaterializedView>(&view.payload)) return stored->column_acls;
  return none;
}

Object view_column(const Object& view, const std::string& name) {
  return {.id = column_id(view.id.schema, view.id.name, name),
          .payload = Column{},
          .owner = view.owner,
          .comment = {},
          .acl = {},
          .inherited_from = {},
          .references = {},
          .origin = {}};
}

Statements change_column_acls(const Object& view, const ColumnAcls& from, const ColumnAcls& to) {
  Statements statements;
  ColumnAcls all = from;
  all.insert(to.begin(), to.end());
  const auto of = [](const ColumnAcls& acls, const std::string& column) {
    const auto found = acls.find(column);
    return found == acls.end() ? Acl{} : found->second;
  };
  for (const auto& [column, either] : all)
    append(statements, change_acl(view_column(view, column), of(from, column), of(to, column)));
  return statements;
}

Statements alter_column_acls(const Object& from, const Object& to, const Context&) {
  return change_column_acls(to, view_column_acls(from), view_column_acls(to));
}

std::string column_name_list(const std::vector<std::string>& column_names) {
  return column_names.empty() ? "" : " (" + names(column_names) + ")";
}

}  // namespace trueup::ddl
