#include "model/renaming.h"

#include <tuple>

#include "base/quote.h"

namespace trueup {

namespace {

/// What a table's parts and a type's users name.
bool is_named_by_others(Kind kind) {
  return is_relation(kind) || is_type(kind) || kind == Kind::sequence || kind == Kind::domain;
}

bool has_argument_types(Kind kind) { return is_routine(kind) || kind == Kind::sql_operator; }

}  // namespace

void Renaming::follow(const ObjectId& from, const ObjectId& to) {
  followers_.emplace_back(from, to);
  set(from, to);
}

void Renaming::set(const ObjectId& from, const ObjectId& to) {
  ids_[from] = to;
  if (from.kind == Kind::schema) schemas_[from.name] = to.name;
  if (!is_named_by_others(from.kind)) return;
  named_[{from.schema, from.name}] = {to.schema, to.name};
  texts_[qualified(from.schema, from.name)] = qualified(to.schema, to.name);
}

void Renaming::add(const Rename& rename) {
  renames_.push_back(rename);
  if (rename.part.empty())
    set(rename.from, rename.to);
  else
    parts_[qualified(rename.from.schema, rename.from.name)][rename.part] = rename.part_to;
}

std::string Renaming::of_schema(const std::string& schema) const {
  const auto found = schemas_.find(schema);
  return found == schemas_.end() ? schema : found->second;
}

std::string Renaming::of_text(std::string_view text) const {
  constexpr std::string_view set = "SETOF ";
  std::string before, after;
  if (text.starts_with(set)) {
    before = set;
    text.remove_prefix(set.size());
  }
  while (text.ends_with("[]")) {
    after += "[]";
    text.remove_suffix(2);
  }
  if (const auto found = texts_.find(text); found != texts_.end()) return before + found->second + after;
  for (const auto& [from, to] : schemas_)
    if (const std::string prefix = quote_identifier(from) + "."; text.starts_with(prefix))
      return before + quote_identifier(to) + "." + std::string(text.substr(prefix.size())) + after;
  return before + std::string(text) + after;
}

std::string Renaming::of_signature(const std::string& signature) const {
  std::string out, type;
  bool quoted = false;
  for (const char c : signature + ",") {
    if (c == '"') quoted = !quoted;
    if (c != ',' || quoted) {
      type += c;
      continue;
    }
    out += (out.empty() ? "" : ",") + of_text(type);
    type.clear();
  }
  return out;
}

ObjectId Renaming::of(const ObjectId& id) const {
  if (const auto found = ids_.find(id); found != ids_.end()) return found->second;
  ObjectId now = id;
  now.schema = of_schema(id.schema);
  if (has_parent(id.kind)) {
    const auto parent = named_.find({id.schema, id.parent});
    if (parent != named_.end()) std::tie(now.schema, now.parent) = parent->second;
  }
  if (has_argument_types(id.kind)) now.signature = of_signature(id.signature);
  if (id.kind == Kind::cast || id.kind == Kind::transform) now.name = of_text(id.name);
  if (id.kind == Kind::cast) now.signature = of_text(id.signature);
  return now;
}

std::string Renaming::of_column(const ObjectId& relation, const std::string& column) const {
  return of(column_id(relation.schema, relation.name, column)).name;
}

std::string Renaming::of_part(std::string_view type, const std::string& part) const {
  const auto found = parts_.find(type);
  if (found == parts_.end()) return part;
  const auto renamed = found->second.find(part);
  return renamed == found->second.end() ? part : renamed->second;
}

Renaming Renaming::reversed() const {
  Renaming back;
  for (const auto& [from, to] : followers_) back.follow(to, from);
  for (const Rename& rename : renames_)
    back.add({.from = rename.to,
              .to = rename.from,
              .part = rename.part_to,
              .part_to = rename.part,
              .implied = rename.implied});
  return back;
}

}  // namespace trueup
