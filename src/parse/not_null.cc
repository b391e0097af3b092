#include "parse/not_null.h"

#include <utility>

#include "parse/constraint.h"
#include "parse/implied_name.h"

namespace trueup::parse {

namespace {

bool has_names(const Step& step) { return step.fold.options.server_version >= 180000; }

std::string chosen_name(const Step& step, const ObjectId& column) {
  return choose_constraint_name(step.fold, column.schema, column.parent, column.name, "not_null");
}

std::string name_of_parents(const Step& step, const Object& column) {
  const Object* parent = column.inherited_from ? step.fold.catalog.find(*column.inherited_from) : nullptr;
  if (!parent) return {};
  const NotNull& constraint = std::get<Column>(parent->payload).not_null_constraint;
  return constraint.no_inherit ? std::string() : constraint.name;
}

void give_name(const Step& step, Object& object) {
  std::string name = name_of_parents(step, object);
  step.fold.name_not_null(object, name.empty() ? chosen_name(step, object.id) : std::move(name));
}

/// The column and what inherits it.
template <class Visit>
void each_below(const Step& step, Object& object, Visit visit) {
  visit(object);
  for (const ObjectId& heir : step.fold.heirs_of(table_id(object.id.schema, object.id.parent)))
    if (Object* child = step.fold.catalog.find(column_id(heir.schema, heir.name, object.id.name)))
      each_below(step, *child, visit);
}

}  // namespace

NotNull not_null_constraint(const Step& step, const PgQuery__Constraint& node) {
  if (!has_names(step)) return {};
  return {.name = cut_identifier(node.conname),
          .no_inherit = static_cast<bool>(node.is_no_inherit),
          .not_valid = static_cast<bool>(node.skip_validation),
          .comment = {}};
}

void make_not_null(const Step& step, Object& object, const NotNull& constraint) {
  auto& column = std::get<Column>(object.payload);
  if (column.not_null) return;
  column.not_null = true;
  if (!has_names(step)) return;
  column.not_null_constraint = constraint;
  column.not_null_constraint.name.clear();
  if (constraint.name.empty())
    give_name(step, object);
  else
    step.fold.name_not_null(object, constraint.name);
}

void make_nullable(const Step& step, Object& object) {
  auto& column = std::get<Column>(object.payload);
  step.fold.name_not_null(object, {});
  column.not_null = false;
  column.not_null_constraint = {};
}

void set_not_null(const Step& step, const ObjectId& table, std::string_view column, const NotNull& constraint) {
  Object* object = step.fold.catalog.find(column_id(table.schema, table.name, column));
  if (!object) return;
  make_not_null(step, *object, constraint);
  NotNull inherited = std::get<Column>(object->payload).not_null_constraint;
  if (inherited.no_inherit) return;
  inherited.comment.clear();
  for (const ObjectId& heir : step.fold.heirs_of(table)) set_not_null(step, heir, column, inherited);
}

void add_not_null(const Step& step, const ObjectId& table, const PgQuery__Constraint& node) {
  const std::string column = cut_identifier(last_string(nodes(node.n_keys, node.keys)));
  if (!step.fold.column(table, column)) return unknown_column(step, table, column, node.location);
  set_not_null(step, table, column, not_null_constraint(step, node));
}

void restate_not_null(const Step& step, Object& object, NotNull constraint) {
  auto& column = std::get<Column>(object.payload);
  column.not_null = true;
  if (!has_names(step)) return;
  step.fold.name_not_null(object, {});
  std::string name = constraint.name.empty() ? chosen_name(step, object.id) : std::exchange(constraint.name, {});
  column.not_null_constraint = std::move(constraint);
  step.fold.name_not_null(object, std::move(name));
}

void name_not_nulls(const Step& step, const ObjectId& table) {
  if (!has_names(step)) return;
  for (Object* object : step.fold.columns(table)) {
    const auto& column = std::get<Column>(object->payload);
    if (column.not_null && column.not_null_constraint.name.empty()) give_name(step, *object);
  }
}

void inherit_not_null(const Column& parent, Column& child) {
  child.not_null = parent.not_null && !parent.not_null_constraint.no_inherit;
  child.not_null_constraint = child.not_null ? parent.not_null_constraint : NotNull{};
  child.not_null_constraint.comment.clear();
}

Object* column_of_not_null(const Step& step, const ObjectId& table, std::string_view name) {
  if (name.empty()) return nullptr;
  for (Object* object : step.fold.parts(Kind::column, table))
    if (std::get<Column>(object->payload).not_null_constraint.name == name) return object;
  return nullptr;
}

void drop_not_null(const Step& step, Object& column) {
  each_below(step, column, [&](Object& object) { make_nullable(step, object); });
}

void validate_not_null(const Step& step, Object& column) {
  each_below(step, column,
             [](Object& object) { std::get<Column>(object.payload).not_null_constraint.not_valid = false; });
}

void set_not_null_inheritance(const Step& step, Object& object, bool no_inherit) {
  NotNull& constraint = std::get<Column>(object.payload).not_null_constraint;
  constraint.no_inherit = no_inherit;
  if (no_inherit) return;
  const NotNull inherited{.name = constraint.name, .not_valid = constraint.not_valid, .comment = {}};
  for (const ObjectId& heir : step.fold.heirs_of(table_id(object.id.schema, object.id.parent)))
    set_not_null(step, heir, object.id.name, inherited);
}

void rename_not_null(const Step& step, const ObjectId& table, std::string_view name, const std::string& to) {
  Object* object = column_of_not_null(step, table, name);
  if (!object) return;
  step.fold.name_not_null(*object, to);
  for (const ObjectId& heir : step.fold.heirs_of(table)) rename_not_null(step, heir, name, to);
}

}  // namespace trueup::parse
