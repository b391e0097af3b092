#include "diff/filter.h"

#include <algorithm>

namespace trueup::diff {

bool glob_matches(std::string_view pattern, std::string_view text) {
  std::size_t p = 0, t = 0, star = std::string_view::npos, resume = 0;
  while (t < text.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = t;
    } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == text[t])) {
      ++p, ++t;
    } else if (star != std::string_view::npos) {
      p = star + 1;
      t = ++resume;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

namespace {

/// A pattern taken apart. `dotted` tells "schema.name" from "name".
struct Parts {
  std::string kind;
  std::string_view schema;
  std::string_view name;
  bool dotted = false;
};

Parts take_apart(std::string_view pattern) {
  Parts parts;
  if (const auto colon = pattern.find(':'); colon != std::string_view::npos) {
    parts.kind = pattern.substr(0, colon);
    std::replace(parts.kind.begin(), parts.kind.end(), '-', ' ');
    pattern.remove_prefix(colon + 1);
  }
  const auto dot = pattern.find('.');
  parts.dotted = dot != std::string_view::npos;
  parts.schema = parts.dotted ? pattern.substr(0, dot) : pattern;
  parts.name = parts.dotted ? pattern.substr(dot + 1) : std::string_view("*");
  return parts;
}

/// The relation or type an object belongs to by name: its own name for what stands alone.
std::string_view belongs_to(const Object& object) {
  if (has_parent(object.id.kind)) return object.id.parent;
  if (const auto* index = std::get_if<Index>(&object.payload)) return index->table.name;
  if (const auto* statistics = std::get_if<Statistics>(&object.payload)) return statistics->table.name;
  if (const auto* sequence = std::get_if<Sequence>(&object.payload))
    if (sequence->owned_by) return sequence->owned_by->parent;
  return object.id.name;
}

/// Kinds that stand in no schema: a pattern is their name.
bool has_no_schema(Kind kind) {
  return kind == Kind::role || kind == Kind::membership || kind == Kind::extension || kind == Kind::publication ||
         kind == Kind::subscription || kind == Kind::foreign_data_wrapper || kind == Kind::server ||
         kind == Kind::event_trigger;
}

}  // namespace

bool matches(std::string_view pattern, const Object& object) {
  const Parts parts = take_apart(pattern);
  const ObjectId& id = object.id;
  if (!parts.kind.empty() && parts.kind != "*" && parts.kind != name_of(id.kind)) return false;
  if (has_no_schema(id.kind)) return !parts.dotted && glob_matches(parts.schema, id.name);
  if (id.kind == Kind::user_mapping) return !parts.dotted && glob_matches(parts.schema, id.parent);
  if (id.kind == Kind::schema) return glob_matches(parts.schema, id.name) && parts.name == "*";
  if (!glob_matches(parts.schema, id.schema)) return false;
  return glob_matches(parts.name, belongs_to(object)) || glob_matches(parts.name, id.name);
}

bool keeps(const Filter& filter, const Object& object) {
  const auto any = [&](const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const auto& pattern) { return matches(pattern, object); });
  };
  if (any(filter.exclude)) return false;
  if (filter.include.empty() || any(filter.include)) return true;
  return object.id.kind == Kind::schema &&
         std::any_of(filter.include.begin(), filter.include.end(),
                     [&](const auto& pattern) { return glob_matches(take_apart(pattern).schema, object.id.name); });
}

void remove_unkept(Catalog& catalog, const Filter& filter) {
  if (filter.empty()) return;
  std::erase_if(catalog.objects, [&](const auto& entry) { return !keeps(filter, entry.second); });
}

void take_over_unkept(const Catalog& from, Catalog& to, const Filter& filter) {
  if (filter.empty()) return;
  remove_unkept(to, filter);
  for (const auto& [id, object] : from.objects)
    if (!keeps(filter, object)) to.objects.insert_or_assign(id, object);
}

}  // namespace trueup::diff
