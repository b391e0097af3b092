#include "effects/form.h"

#include <algorithm>

#include "base/quote.h"
#include "effects/words.h"

namespace trueup::effects {

bool Telling::says(std::string_view phrase) const {
  for (std::size_t i = rest; i < words.size(); ++i)
    if (match({words.begin() + static_cast<std::ptrdiff_t>(i), words.end()}, phrase) != 0) return true;
  return false;
}

std::string_view Telling::after(std::string_view keyword) const {
  for (std::size_t i = rest; i + 1 < words.size(); ++i)
    if (words[i] == keyword) return words[i + 1];
  return {};
}

void Telling::lock(std::string_view relation, LockMode mode) {
  const Relation* found = scene.find(relation);
  if (!found || !found->in_use) return;
  LockMode& held = effect.locks[found->now];
  held = std::max(held, mode);
}

void Telling::lock(const std::vector<std::string>& relations, LockMode mode) {
  for (const std::string& relation : relations) lock(relation, mode);
}

void Telling::scan(const std::vector<std::string>& relations) {
  for (const std::string& relation : relations)
    if (const Relation* found = scene.find(relation); found && found->in_use && found->has_rows)
      effect.scans.insert(found->now);
}

void Telling::rewrite(const std::vector<std::string>& relations) {
  for (const std::string& relation : relations)
    if (const Relation* found = scene.find(relation); found && found->in_use && found->has_rows)
      effect.rewrites.insert(found->now);
}

std::vector<std::string> Telling::tree(std::string_view relation) const {
  return only ? std::vector<std::string>{std::string(relation)} : scene.tree_of(relation);
}

const Object* Telling::column(std::string_view relation, std::string_view name, const Catalog& catalog) const {
  const Relation* found = scene.find(relation);
  if (!found) return nullptr;
  for (const Object* column : catalog.columns_of(found->model))
    if (sql_name(column->id) == name) return column;
  return nullptr;
}

const Object* Telling::constraint(std::string_view relation, std::string_view name) const {
  const Relation* found = scene.find(relation);
  if (!found) return nullptr;
  for (const Catalog* catalog : {&scene.from, &scene.to})
    for (const Kind kind : all_kinds)
      if (is_constraint(kind))
        for (const Object* object : catalog->children(kind, found->model.schema, found->model.name))
          if (sql_name(object->id) == name) return object;
  return nullptr;
}

/// True for a constraint that is there now: by itself, or with its parent's.
static bool is_there(const Scene& scene, const Object& key) {
  if (scene.is_made(key.id)) return true;
  if (scene.from.find(key.id)) return !scene.is_gone(key.id);
  const Object* parent = key.inherited_from ? scene.object(*key.inherited_from) : nullptr;
  return parent && is_there(scene, *parent);
}

void Telling::lock_partners(std::string_view table, LockMode mode) {
  const Relation* found = scene.find(table);
  if (!found) return;
  const Catalog& catalog = scene.from.find(found->model) ? scene.from : scene.to;
  for (const Object* key : catalog.children(Kind::foreign_key, found->model.schema, found->model.name))
    if (is_there(scene, *key)) lock(scene.tree_of(scene.name_of(std::get<ForeignKey>(key->payload).referenced)), mode);
}

std::vector<std::string> Telling::referers(std::string_view table) const {
  std::vector<std::string> line = {std::string(table)};
  for (std::size_t i = 0; i < line.size(); ++i)
    for (const std::string& parent : scene.parents_of(line[i])) line.push_back(parent);
  std::vector<std::string> tables;
  for (const auto& [id, object] : scene.from.objects) {
    const auto* key = std::get_if<ForeignKey>(&object.payload);
    if (!key || !is_there(scene, object)) continue;
    if (std::find(line.begin(), line.end(), scene.name_of(key->referenced)) != line.end())
      tables.push_back(scene.name_of(table_id(id.schema, id.parent)));
  }
  return tables;
}

std::string Telling::default_partition(std::string_view parent) const {
  for (const std::string& child : scene.tree_of(parent)) {
    const Object* table = scene.object(child);
    const auto descent = table ? descent_of(*table) : decltype(descent_of(*table)){};
    if (!descent || !*descent.partition_of || descent.partition_bound->text != "DEFAULT") continue;
    const std::vector<std::string> parents = scene.parents_of(child);
    if (std::find(parents.begin(), parents.end(), parent) != parents.end()) return child;
  }
  return {};
}

void Telling::scan_parts(std::string_view table, const ObjectId& model) {
  scan({std::string(table)});
  for (const auto& [id, object] : scene.to.objects) {
    if (!has_index(id.kind) || object.inherited_from != model) continue;
    if (scene.find(qualified(id.schema, id.name)) && !scene.is_gone(id)) continue;
    const auto* index = std::get_if<Index>(&object.payload);
    scan_parts(scene.name_of(index ? index->table : table_id(id.schema, id.parent)), id);
  }
}

}  // namespace trueup::effects
