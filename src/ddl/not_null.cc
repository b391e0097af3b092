#include "ddl/not_null.h"

#include "base/quote.h"
#include "ddl/text.h"
#include "model/implied_name.h"

namespace trueup::ddl {

namespace {

const NotNull& constraint_of(const Object& column) { return as<Column>(column).not_null_constraint; }

bool has_implied_not_null(const Object& column) {
  const std::string& name = constraint_of(column).name;
  return name.empty() || name == make_object_name(column.id.parent, column.id.name, "not_null");
}

std::string alter_column(const Object& column) { return alter_parent(column) + " ALTER COLUMN " + sql_name(column.id); }

Statement add(const Object& column) {
  const NotNull& constraint = constraint_of(column);
  return statement(alter_parent(column) + " ADD CONSTRAINT " + quote_identifier(constraint.name) + " NOT NULL " +
                   sql_name(column.id) + (constraint.no_inherit ? " NO INHERIT" : "") +
                   (constraint.not_valid ? " NOT VALID" : ""));
}

Statement comment(const Object& column) {
  const NotNull& constraint = constraint_of(column);
  return statement("COMMENT ON CONSTRAINT " + quote_identifier(constraint.name) + " ON " + sql_parent(column.id) +
                   " IS " + (constraint.comment.empty() ? "NULL" : quote_literal(constraint.comment)));
}

/// True where both ends have the constraint.
bool stays(const Object& from, const Object& to) {
  return !constraint_of(from).name.empty() && !constraint_of(to).name.empty();
}

}  // namespace

std::string not_null_clause(const Object& object) {
  const NotNull& constraint = constraint_of(object);
  if (!as<Column>(object).not_null || constraint.not_valid) return {};
  return (has_implied_not_null(object) ? "" : " CONSTRAINT " + quote_identifier(constraint.name)) + " NOT NULL" +
         (constraint.no_inherit ? " NO INHERIT" : "");
}

std::string own_not_null_clause(const Object& object, const Catalog& catalog) {
  const Object* parent = object.inherited_from ? catalog.find(*object.inherited_from) : nullptr;
  const NotNull& constraint = constraint_of(object);
  if (parent == nullptr || constraint.name.empty() || constraint_of(*parent).name.empty()) return {};
  if (constraint_of(*parent).no_inherit || constraint_of(*parent).name == constraint.name) return {};
  return "CONSTRAINT " + quote_identifier(constraint.name) + " NOT NULL " + sql_name(object.id);
}

Statements not_null_extras(const Object& column) {
  Statements statements;
  if (constraint_of(column).not_valid) statements.push_back(add(column));
  if (!constraint_of(column).comment.empty()) statements.push_back(comment(column));
  return statements;
}

Statement say_not_null(const Object& column) {
  if (!as<Column>(column).not_null) return statement(alter_column(column) + " DROP NOT NULL");
  const NotNull& constraint = constraint_of(column);
  const bool plain = has_implied_not_null(column) && !constraint.no_inherit && !constraint.not_valid;
  return plain ? statement(alter_column(column) + " SET NOT NULL") : add(column);
}

Statements alter_not_null_name(const Object& from, const Object& to, const Context&) {
  if (!stays(from, to)) return {};
  return {statement(alter_parent(to) + " RENAME CONSTRAINT " + quote_identifier(constraint_of(from).name) + " TO " +
                    quote_identifier(constraint_of(to).name))};
}

Statements alter_not_null_no_inherit(const Object& from, const Object& to, const Context&) {
  if (!stays(from, to)) return {};
  return {statement(alter_parent(to) + " ALTER CONSTRAINT " + quote_identifier(constraint_of(to).name) +
                    (constraint_of(to).no_inherit ? " NO INHERIT" : " INHERIT"))};
}

/// It can become valid, but not invalid again.
Statements alter_not_null_not_valid(const Object& from, const Object& to, const Context&) {
  if (!stays(from, to)) return {};
  if (constraint_of(to).not_valid) return {statement(alter_column(to) + " DROP NOT NULL"), add(to)};
  return {statement(alter_parent(to) + " VALIDATE CONSTRAINT " + quote_identifier(constraint_of(to).name))};
}

Statements alter_not_null_comment(const Object& from, const Object& to, const Context&) {
  const bool comes = !constraint_of(to).name.empty() && !constraint_of(to).comment.empty();
  if (!stays(from, to) && !comes) return {};
  return {comment(to)};
}

}  // namespace trueup::ddl
