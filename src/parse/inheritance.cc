#include "parse/inheritance.h"

#include <algorithm>

#include "parse/acl.h"
#include "parse/column.h"
#include "parse/constraint.h"
#include "parse/implied_name.h"
#include "parse/not_null.h"
#include "parse/partition.h"

namespace trueup::parse {

namespace {

// What a child takes over of a parent's column: its definition, but not what is the parent's own business.
Column inherited_column(const Fold& fold, const Column& parent, bool partition) {
  Column column = parent;
  inherit_not_null(parent, column);
  if (!partition || fold.options.server_version < 170000) column.identity.reset();
  column.statistics_target = -1;
  column.options.clear();
  return column;
}

void inherit_column(const Step& step, const ObjectId& child, const Object& from, bool partition) {
  const auto& parent = std::get<Column>(from.payload);
  if (step.fold.column(child, from.id.name)) {
    Object& object = *step.fold.catalog.find(column_id(child.schema, child.name, from.id.name));
    object.inherited_from = from.id;
    if (parent.not_null && !parent.not_null_constraint.no_inherit)
      make_not_null(step, object, parent.not_null_constraint);
    return;
  }
  Column column = inherited_column(step.fold, parent, partition);
  if (Object* object = add_column(step, child, from.id.name, std::move(column))) object->inherited_from = from.id;
}

void inherit_checks(const Step& step, const ObjectId& parent, const ObjectId& child) {
  for (Object* object : step.fold.parts(Kind::check, parent)) {
    const auto& check = std::get<Check>(object->payload);
    if (check.no_inherit) continue;
    add_check(step, child, object->id.name, check, true, object->id, -1);
  }
}

}  // namespace

bool is_partition(const Fold& fold, const ObjectId& table) {
  const Object* object = fold.catalog.find(table);
  return object && is_table(table.kind) && *descent_of(*object).partition_of;
}

bool is_partitioned(const Fold& fold, const ObjectId& table) {
  const Object* object = fold.catalog.find(table);
  const auto* payload = object ? std::get_if<Table>(&object->payload) : nullptr;
  return payload && payload->partition_key;
}

void inherit_definition(const Step& step, const ObjectId& child, const std::vector<ObjectId>& parents) {
  const bool partition = is_partition(step.fold, child);
  for (const ObjectId& parent : parents)
    for (const Object* column : step.fold.columns(parent)) inherit_column(step, child, *column, partition);
  for (const ObjectId& parent : parents) {
    inherit_checks(step, parent, child);
    step.fold.add_heir(parent, child);
  }
}

void attach(const Step& step, const ObjectId& parent, const ObjectId& child, bool partition) {
  for (const Object* from : step.fold.columns(parent)) {
    Object* there = step.fold.catalog.find(column_id(child.schema, child.name, from->id.name));
    if (there)
      there->inherited_from = from->id;
    else
      unknown_column(step, child, from->id.name);
  }
  for (const Object* from : step.fold.parts(Kind::check, parent)) {
    if (std::get<Check>(from->payload).no_inherit) continue;
    ObjectId id = from->id;
    id.schema = child.schema;
    id.parent = child.name;
    if (Object* there = step.fold.catalog.find(id)) there->inherited_from = from->id;
  }
  step.fold.add_heir(parent, child);
  if (partition) copy_to_partition(step, parent, child);
}

void detach(const Step& step, const ObjectId& parent, const ObjectId& child) {
  step.fold.remove_heir(parent, child);
  const auto of_parent = [&](const Object& object) {
    const std::optional<ObjectId>& from = object.inherited_from;
    return from && from->schema == parent.schema && (from->parent == parent.name || from->kind == Kind::index);
  };
  std::vector<ObjectId> gone;
  for (const Kind kind : {Kind::column, Kind::check, Kind::primary_key, Kind::unique_key, Kind::exclusion,
                          Kind::foreign_key, Kind::trigger}) {
    for (Object* object : step.fold.parts(kind, child)) {
      if (!of_parent(*object)) continue;
      if (kind == Kind::trigger)
        gone.push_back(object->id);  // a copied trigger goes with the partition's membership
      else
        object->inherited_from.reset();
    }
  }
  for (const ObjectId& id : gone) step.fold.erase(id);
  for (const ObjectId& index : step.fold.indexes_on(child)) step.fold.catalog.find(index)->inherited_from.reset();
}

}  // namespace trueup::parse
