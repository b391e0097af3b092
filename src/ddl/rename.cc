#include "ddl/rename.h"

#include "base/quote.h"
#include "ddl/text.h"

namespace trueup::ddl {

/// "ALTER TABLE public.t": what stands before RENAME TO and SET SCHEMA. An id's own name goes before its parent's for
/// triggers and policies.
static std::string alter(const ObjectId& id) {
  std::string text = "ALTER " + std::string(keyword_of(id.kind)) + " " + sql_name(id);
  if (id.kind == Kind::trigger || id.kind == Kind::policy) text += " ON " + sql_parent(id);
  return text;
}

Statement rename(const ObjectId& from, const ObjectId& to) {
  const std::string name = quote_identifier(to.name);
  if (is_constraint(from.kind))
    return statement("ALTER TABLE " + sql_parent(from) + " RENAME CONSTRAINT " + sql_name(from) + " TO " + name);
  if (from.kind == Kind::domain_check)
    return statement("ALTER DOMAIN " + sql_parent(from) + " RENAME CONSTRAINT " + sql_name(from) + " TO " + name);
  if (from.kind == Kind::column)
    return statement("ALTER TABLE " + sql_parent(from) + " RENAME COLUMN " + sql_name(from) + " TO " + name);
  return statement(alter(from) + " RENAME TO " + name);
}

Statement set_schema(const ObjectId& id, const std::string& schema) {
  return statement(alter(id) + " SET SCHEMA " + quote_identifier(schema));
}

Statement rename_part(const ObjectId& type, const std::string& from, const std::string& to) {
  const std::string prefix = "ALTER TYPE " + sql_name(type) + " RENAME ";
  if (type.kind == Kind::composite_type)
    return statement(prefix + "ATTRIBUTE " + quote_identifier(from) + " TO " + quote_identifier(to));
  return statement(prefix + "VALUE " + quote_literal(from) + " TO " + quote_literal(to));
}

}  // namespace trueup::ddl
