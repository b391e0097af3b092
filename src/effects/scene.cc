#include "effects/scene.h"

#include <algorithm>

#include "base/quote.h"

namespace trueup::effects {

namespace {

bool is_listed(Kind kind) { return is_relation(kind) || kind == Kind::sequence || has_index(kind); }

std::string name_in_sql(const ObjectId& id) { return qualified(id.schema, id.name); }

/// The table that an index is on, or whose column owns a sequence.
std::string table_of(const Object& object) {
  if (const auto* index = std::get_if<Index>(&object.payload)) return name_in_sql(index->table);
  if (has_index(object.id.kind)) return sql_parent(object.id);
  const auto* sequence = std::get_if<Sequence>(&object.payload);
  return sequence && sequence->owned_by ? sql_parent(*sequence->owned_by) : "";
}

bool has_rows(const Object& object) {
  const auto* table = std::get_if<Table>(&object.payload);
  return object.id.kind == Kind::materialized_view || (table && !table->partition_key);
}

/// A key's index is called as its constraint is.
ObjectId relation_id(const ObjectId& id) {
  if (!is_constraint(id.kind)) return id;
  return {.kind = Kind::index, .schema = id.schema, .parent = {}, .name = id.name, .signature = {}};
}

}  // namespace

Scene::Scene(const Ends& ends)
    : from(ends.from),
      to(ends.to),
      version((ends.from.server_version_text.empty() ? ends.to : ends.from).server_version / 10000) {
  know(ends.before, ends.renaming);
}

void Scene::know(const Catalog& catalog, const Renaming* renaming) {
  for (const auto& [id, object] : catalog.objects) {
    const auto* column = std::get_if<Column>(&object.payload);
    if (column && column->identity) {
      const ObjectId sequence = {.kind = Kind::sequence,
                                 .schema = id.schema,
                                 .parent = {},
                                 .name = column->identity->sequence,
                                 .signature = {}};
      relations_[name_in_sql(sequence)] = {.now = sequence,
                                           .model = renaming ? renaming->of(sequence) : sequence,
                                           .table = sql_parent(id),
                                           .in_use = true};
    }
    if (!is_listed(id.kind)) continue;
    relations_[name_in_sql(id)] = {.now = relation_id(id),
                                   .model = renaming ? renaming->of(id) : id,
                                   .table = table_of(object),
                                   .in_use = true,
                                   .has_rows = has_rows(object)};
    if (const auto descent = descent_of(object)) {
      for (const ObjectId& parent : *descent.inherits) descend(name_in_sql(id), name_in_sql(parent));
      if (*descent.partition_of) descend(name_in_sql(id), name_in_sql(**descent.partition_of));
    }
  }
}

const Relation* Scene::find(std::string_view name) const {
  const auto found = relations_.find(name);
  return found == relations_.end() ? nullptr : &found->second;
}

const Object* Scene::object(const ObjectId& model) const {
  const Object* found = from.find(model);
  return found ? found : to.find(model);
}

const Object* Scene::object(std::string_view name) const {
  const Relation* relation = find(name);
  return relation ? object(relation->model) : nullptr;
}

std::string Scene::name_of(const ObjectId& model) const {
  for (const auto& [name, relation] : relations_)
    if (relation.model == model) return name;
  return name_in_sql(model);
}

std::vector<std::string> Scene::tree_of(std::string_view name) const {
  std::vector<std::string> tree = {std::string(name)};
  for (std::size_t i = 0; i < tree.size(); ++i) {
    const auto children = children_.find(tree[i]);
    if (children == children_.end()) continue;
    for (const std::string& child : children->second)
      if (std::find(tree.begin(), tree.end(), child) == tree.end()) tree.push_back(child);
  }
  return tree;
}

std::vector<std::string> Scene::parents_of(std::string_view name) const {
  std::vector<std::string> parents;
  for (const auto& [parent, children] : children_)
    if (children.contains(std::string(name))) parents.push_back(parent);
  return parents;
}

void Scene::make(const ObjectId& model) {
  const Object* object = to.find(model);
  if (!object || !is_listed(model.kind)) return;
  gone_.erase(model);
  relations_[name_in_sql(model)] = {.now = relation_id(model),
                                    .model = model,
                                    .table = table_of(*object),
                                    .in_use = false,
                                    .has_rows = has_rows(*object)};
}

void Scene::rename(std::string_view from, const std::string& schema, const std::string& name) {
  const auto found = relations_.find(from);
  if (found == relations_.end()) return;
  const std::string old(from);
  Relation relation = found->second;
  relations_.erase(found);
  if (!schema.empty()) relation.now.schema = schema;
  if (!name.empty()) relation.now.name = name;
  const std::string now = name_in_sql(relation.now);
  relations_[now] = relation;
  // What is on a table moves along into another schema.
  std::vector<std::string> parts;
  for (auto& [part, other] : relations_)
    if (other.table == old) {
      other.table = now;
      if (other.now.schema != relation.now.schema) parts.push_back(part);
    }
  for (const std::string& part : parts) rename(part, relation.now.schema, {});
  if (const auto node = children_.extract(old)) children_[now] = node.mapped();
  for (auto& [parent, children] : children_)
    if (children.erase(old)) children.insert(now);
}

void Scene::rename_schema(const std::string& from, const std::string& to) {
  std::vector<std::string> names;
  for (const auto& [name, relation] : relations_)
    if (relation.now.schema == from && relation.table.empty()) names.push_back(name);
  for (const std::string& name : names) rename(name, to, {});
}

void Scene::drop(std::string_view name) {
  const std::string gone(name);
  if (const Relation* relation = find(name)) {
    const ObjectId model = relation->model;
    gone_.insert(model);
    // What a partitioned table's index brought about goes with it.
    for (const auto& [id, object] : from.objects)
      if (has_index(id.kind) && object.inherited_from == model) drop(name_of(id));
  }
  relations_.erase(gone);
  std::erase_if(relations_, [&](const auto& each) { return each.second.table == gone; });
  children_.erase(gone);
  for (auto& [parent, children] : children_) children.erase(gone);
}

void Scene::descend(std::string_view child, std::string_view parent) {
  children_[std::string(parent)].insert(std::string(child));
}

void Scene::leave(std::string_view child, std::string_view parent) {
  if (const auto found = children_.find(parent); found != children_.end()) found->second.erase(std::string(child));
}

}  // namespace trueup::effects
