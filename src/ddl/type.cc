#include "ddl/type.h"

#include <algorithm>

#include "base/quote.h"
#include "ddl/text.h"

namespace trueup::ddl {

Statement rename_type(const ObjectId& type, std::string_view new_name) {
  return statement("ALTER " + std::string(keyword_of(type.kind)) + " " + sql_name(type) + " RENAME TO " +
                   quote_identifier(new_name));
}

namespace {

const CompositeType* composite(std::string_view type, const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects)
    if (id.kind == Kind::composite_type && sql_name(id) == type) return &as<CompositeType>(object);
  return nullptr;
}

/// A new row from the old one's attributes by their names: the text of a row knows only their order.
std::string row_by_name(const std::string& column, const CompositeType& from, const CompositeType& to) {
  std::vector<std::string> parts;
  for (const Attribute& wanted : to.attributes) {
    const auto old = std::find_if(from.attributes.begin(), from.attributes.end(),
                                  [&](const Attribute& each) { return each.name == wanted.name; });
    if (old == from.attributes.end()) {
      parts.push_back("NULL::" + wanted.type);
      continue;
    }
    parts.push_back("(" + column + ")." + quote_identifier(wanted.name));
    if (old->type != wanted.type) parts.back() += "::" + wanted.type;
  }
  return "ROW(" + join(parts) + ")";
}

}  // namespace

Statement convert_column(const Object& column, std::string_view using_type, const Context& context) {
  const std::string name = sql_name(column.id);
  const std::string type(using_type);
  std::string sql = alter_parent(column) + " ALTER COLUMN " + name + " TYPE " + type;
  if (const std::string& collation = as<Column>(column).collation; !collation.empty()) sql += " COLLATE " + collation;
  const CompositeType* old = composite(using_type, context.from);
  const CompositeType* wanted = composite(using_type, context.to);
  if (old != nullptr && wanted != nullptr)
    return statement(sql + " USING CASE WHEN " + name + " IS DISTINCT FROM NULL THEN " +
                     row_by_name(name, *old, *wanted) + "::" + type + " END");
  // An array goes through text[] so that its elements' texts are converted one by one.
  const std::string via = type.ends_with("[]") ? "text[]" : "text";
  return statement(sql + " USING " + name + "::" + via + "::" + type);
}

}  // namespace trueup::ddl
