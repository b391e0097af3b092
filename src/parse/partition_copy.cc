#include <algorithm>

#include "parse/constraint.h"
#include "parse/implied_name.h"
#include "parse/index.h"
#include "parse/inheritance.h"

namespace trueup::parse {

namespace {

bool same_element(const KeyElement& a, const KeyElement& b) {
  return a.expression.text == b.expression.text && a.collation == b.collation && a.opclass == b.opclass &&
         a.with_operator == b.with_operator;
}

bool same_elements(const std::vector<KeyElement>& a, const std::vector<KeyElement>& b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), same_element);
}

// What makes an index of the partition do for the parent's: CompareIndexInfo in index.c.
bool matches(const Index& parent, const Index& child) {
  return parent.method == child.method && parent.unique == child.unique &&
         parent.nulls_not_distinct == child.nulls_not_distinct && same_elements(parent.elements, child.elements) &&
         parent.predicate.text == child.predicate.text && parent.include.size() == child.include.size();
}

bool matches(const Payload& parent, const Payload& child) {
  if (const auto* key = std::get_if<Key>(&parent)) {
    const auto* other = std::get_if<Key>(&child);
    return other && key->columns == other->columns && key->nulls_not_distinct == other->nulls_not_distinct &&
           key->deferrable == other->deferrable;
  }
  if (const auto* key = std::get_if<ForeignKey>(&parent)) {
    const auto* other = std::get_if<ForeignKey>(&child);
    return other && key->columns == other->columns && key->referenced == other->referenced &&
           key->referenced_columns == other->referenced_columns && key->on_update == other->on_update &&
           key->on_delete == other->on_delete && key->match == other->match && key->deferrable == other->deferrable;
  }
  const auto* exclusion = std::get_if<Exclusion>(&parent);
  const auto* other = std::get_if<Exclusion>(&child);
  return exclusion && other && same_elements(exclusion->elements, other->elements);
}

// A partition's own key serves a parent's unique index, too.
bool serves(const Key& key, const Index& parent) {
  if (!parent.unique || !parent.predicate.empty() || parent.method != "btree") return false;
  if (key.nulls_not_distinct != parent.nulls_not_distinct || key.deferrable) return false;
  if (key.columns.size() != parent.elements.size() || key.include.size() != parent.include.size()) return false;
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const KeyElement& element = parent.elements[i];
    if (!element.is_column || column_of(element) != key.columns[i]) return false;
    if (!element.collation.empty() || !element.opclass.empty()) return false;
  }
  return true;
}

Object* serving_key(const Step& step, const Index& parent, const ObjectId& partition) {
  for (const Kind kind : {Kind::primary_key, Kind::unique_key})
    for (Object* there : step.fold.parts(kind, partition))
      if (!there->inherited_from && serves(std::get<Key>(there->payload), parent)) return there;
  return nullptr;
}

std::vector<std::string> key_column_names(const Payload& payload) {
  std::vector<std::string> names;
  if (const auto* key = std::get_if<Key>(&payload)) {
    names = key->columns;
    names.insert(names.end(), key->include.begin(), key->include.end());
  } else if (const auto* exclusion = std::get_if<Exclusion>(&payload)) {
    for (const KeyElement& element : exclusion->elements) names.push_back(element_name(element));
    names.insert(names.end(), exclusion->include.begin(), exclusion->include.end());
  }
  return names;
}

std::string copy_name(const Step& step, const Object& key, const ObjectId& partition) {
  if (key.id.kind == Kind::foreign_key) {
    if (!step.fold.constraint(partition, key.id.name)) return key.id.name;
    return choose_constraint_name(step.fold, partition.schema, partition.name,
                                  name_addition(std::get<ForeignKey>(key.payload).columns), "fkey");
  }
  const std::string addition = name_addition(index_column_names(key_column_names(key.payload)));
  if (key.id.kind == Kind::primary_key)
    return choose_relation_name(step.fold, partition.schema, partition.name, "", "pkey", true);
  return choose_relation_name(step.fold, partition.schema, partition.name, addition,
                              key.id.kind == Kind::exclusion ? "excl" : "key", true);
}

}  // namespace

void copy_key(const Step& step, const Object& key, const ObjectId& partition) {
  if (partition.kind == Kind::foreign_table) return;
  for (Object* there : step.fold.parts(key.id.kind, partition)) {
    if (there->inherited_from || !matches(key.payload, there->payload)) continue;
    there->inherited_from = key.id;
    return;
  }
  ObjectId id = key.id;
  id.schema = partition.schema;
  id.parent = partition.name;
  id.name = copy_name(step, key, partition);
  if (key.id.kind == Kind::foreign_key)
    step.fold.pending_references.push_back({.foreign_key = id, .where = key.origin});
  Payload payload = key.payload;
  if (auto* copy = std::get_if<Key>(&payload)) {
    copy->only = false;
    copy->index_comment.clear();
  }
  add_key(step, std::move(id), std::move(payload), key.id, -1);
}

void copy_index(const Step& step, const Object& index, const ObjectId& partition) {
  if (partition.kind == Kind::foreign_table) return;
  const auto& parent = std::get<Index>(index.payload);
  for (const ObjectId& id : step.fold.indexes_on(partition)) {
    Object* there = step.fold.catalog.find(id);
    if (there->inherited_from || !matches(parent, std::get<Index>(there->payload))) continue;
    there->inherited_from = index.id;
    return;
  }
  if (Object* key = serving_key(step, parent, partition)) {
    key->inherited_from = index.id;
    return;
  }
  std::vector<std::string> names;
  for (const KeyElement& element : parent.elements) names.push_back(element_name(element));
  names.insert(names.end(), parent.include.begin(), parent.include.end());
  const ObjectId id{.kind = Kind::index,
                    .schema = partition.schema,
                    .parent = {},
                    .name = choose_relation_name(step.fold, partition.schema, partition.name,
                                                 name_addition(index_column_names(names)), "idx", false),
                    .signature = {}};
  Index copy = parent;
  copy.table = partition;
  copy.only = false;
  copy.statistics_targets.clear();
  Object* object = step.define(id, std::move(copy));
  if (!object) return;
  object->inherited_from = index.id;
  if (!is_partitioned(step.fold, partition)) return;
  for (const ObjectId& heir : step.fold.heirs_of(partition)) copy_index(step, *object, heir);
}

void copy_trigger(const Step& step, const Object& trigger, const ObjectId& partition) {
  if (!std::get<Trigger>(trigger.payload).for_each_row) return;
  ObjectId id = trigger.id;
  id.schema = partition.schema;
  id.parent = partition.name;
  Object* object = step.define(id, trigger.payload);
  if (!object) return;
  object->inherited_from = trigger.id;
  for (const ObjectId& heir : step.fold.heirs_of(partition)) copy_trigger(step, *object, heir);
}

void copy_to_partition(const Step& step, const ObjectId& parent, const ObjectId& partition) {
  // The server goes through the parent's indexes in the order of their creation; between keys and plain indexes the
  // order cannot matter, for their names end differently.
  for (const Kind kind : {Kind::primary_key, Kind::unique_key, Kind::exclusion})
    for (const Object* key : step.fold.parts(kind, parent)) copy_key(step, *key, partition);
  for (const ObjectId& index : step.fold.indexes_on(parent))
    copy_index(step, *step.fold.catalog.find(index), partition);
  for (const Object* trigger : step.fold.parts(Kind::trigger, parent)) copy_trigger(step, *trigger, partition);
  for (const Object* key : step.fold.parts(Kind::foreign_key, parent)) copy_key(step, *key, partition);
}

}  // namespace trueup::parse
