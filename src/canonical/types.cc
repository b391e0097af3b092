#include "canonical/types.h"

#include <array>

#include "base/quote.h"
#include "canonical/builtins/builtins.h"
#include "canonical/type_text.h"

namespace trueup::canonical {
namespace {

struct Spelling {
  TypeId id;
  std::string_view text;
};

// What format_type() calls the types that SQL has words of its own for.
constexpr std::array spellings = {
    Spelling{type::boolean, "boolean"},
    Spelling{type::int2, "smallint"},
    Spelling{type::int4, "integer"},
    Spelling{type::int8, "bigint"},
    Spelling{type::float4, "real"},
    Spelling{type::float8, "double precision"},
    Spelling{type::varchar, "character varying"},
    Spelling{type::varbit, "bit varying"},
    Spelling{type::time, "time without time zone"},
    Spelling{type::timetz, "time with time zone"},
    Spelling{type::timestamp, "timestamp without time zone"},
    Spelling{type::timestamptz, "timestamp with time zone"},
    Spelling{type::numeric, "numeric"},
    Spelling{type::interval, "interval"},
};

std::string key_of(std::string_view schema, std::string_view name) {
  std::string key(schema);
  key += '\0';
  key += name;
  return key;
}

TypeId from_spelling(std::string_view text) {
  for (const Spelling& spelling : spellings)
    if (spelling.text == text) return spelling.id;
  if (text == "character") return type::bpchar;
  if (text == "decimal") return type::numeric;
  return type::none;
}

}  // namespace

Types::Types(const Catalog& catalog) : extensions_(installed_extensions(catalog)) {
  add_builtins();
  add_extension_types();
  add_user_types(catalog);
  link_user_types(catalog);
  link_extension_types();
  add_user_casts(catalog);
}

void Types::add_user_casts(const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects) {
    const auto* cast = std::get_if<::trueup::Cast>(&object.payload);
    if (!cast) continue;
    casts_[{parse(id.name).id, parse(id.signature).id}] = {
        .context = cast->context.front(), .method = cast->method.front(), .object = id};
  }
}

TypeId Types::add(TypeInfo info) {
  if (info.id == type::none) info.id = next_++;
  const TypeId id = info.id;
  by_name_.emplace(key_of(info.schema, info.name), id);
  infos_.push_back(std::move(info));
  by_id_[id] = &infos_.back();
  return id;
}

void Types::add_with_array(TypeInfo info) {
  TypeInfo array{.schema = info.schema, .name = "_" + info.name, .category = 'A'};
  array.object = info.object;
  array.extension = info.extension;
  const TypeId element = add(std::move(info));
  const TypeId id = add(std::move(array));
  by_id_[element]->array = id;
  by_id_[id]->element = element;
}

void Types::add_builtins() {
  by_id_.reserve(1024);
  by_name_.reserve(1024);
  add({.id = type::none + 0xFFFF, .schema = "?", .name = "?"});
  by_id_[type::none] = &infos_.back();
  for (const builtins::Type& row : builtins::types())
    add({.id = row.oid,
         .schema = row.information_schema ? "information_schema" : "",
         .name = std::string(row.name),
         .kind = row.kind,
         .category = row.category,
         .preferred = row.preferred,
         .element = row.element,
         .array = row.array,
         .base = {row.base, -1},
         .range_subtype = row.range_subtype,
         .multirange_of = row.multirange_of});
}

/// t: name, typtype, typcategory, typispreferred, base type
void Types::add_extension_types() {
  for (const ExtensionLine& line : extensions_) {
    if (line.kind != 't') continue;
    const TypeText name = split_type(line.fields[0]);
    add_with_array({.schema = line.schema,
                    .name = name.name,
                    .kind = line.fields[1][0],
                    .category = line.fields[2][0],
                    .preferred = line.fields[3] == "true"});
  }
}

/// c: source, target, context, method
void Types::link_extension_types() {
  for (const ExtensionLine& line : extensions_) {
    if (line.kind == 't' && line.fields[1] == "d") by_id_[parse(line.fields[0]).id]->base = parse(line.fields[4]);
    if (line.kind != 'c') continue;
    casts_[{parse(line.fields[0]).id, parse(line.fields[1]).id}] = {
        .context = line.fields[2][0], .method = line.fields[3][0], .object = {}};
  }
}

void Types::add_user_types(const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects) {
    TypeInfo info{.schema = id.schema, .name = id.name};
    info.object = &object;
    if (id.kind == Kind::enum_type) {
      info.kind = 'e';
      info.category = 'E';
    } else if (id.kind == Kind::composite_type || is_relation(id.kind)) {
      info.kind = 'c';
      info.category = 'C';
    } else if (id.kind == Kind::range_type) {
      info.kind = 'r';
      info.category = 'R';
    } else if (const auto* base = std::get_if<BaseType>(&object.payload)) {
      info.kind = base->shell ? 'p' : 'b';
      info.category = base->category.empty() ? 'U' : base->category.front();
      info.preferred = base->preferred;
    } else if (id.kind == Kind::domain) {
      info.kind = 'd';
    } else {
      continue;
    }
    add_with_array(std::move(info));
  }
  for (const ExtensionMember& member : catalog.extension_members)
    if (is_type(member.id.kind) && find(member.id.schema, member.id.name) == type::none) {
      TypeInfo info{.schema = member.id.schema, .name = member.id.name};
      info.extension = member.extension;
      if (member.id.kind == Kind::composite_type) info.kind = 'c';
      if (member.id.kind == Kind::enum_type) info.kind = 'e', info.category = 'E';
      add_with_array(std::move(info));
    }
}

/// Domains and ranges name other types, which must all be there first.
void Types::link_user_types(const Catalog& catalog) {
  for (const auto& [id, object] : catalog.objects) {
    if (const auto* range = std::get_if<RangeType>(&object.payload)) {
      const TypeId own = find(id.schema, id.name);
      by_id_[own]->range_subtype = parse(range->subtype).id;
      const TypeText multirange = split_type(range->multirange_type);
      if (multirange.name.empty()) continue;
      TypeInfo info{.schema = multirange.schema, .name = multirange.name, .kind = 'm', .category = 'R'};
      info.multirange_of = own;
      info.object = &object;
      add_with_array(std::move(info));
    }
  }
  parsed_.clear();
  for (const auto& [id, object] : catalog.objects) {
    const auto* domain = std::get_if<Domain>(&object.payload);
    if (!domain) continue;
    by_id_[find(id.schema, id.name)]->base = parse(domain->type);
  }
  for (TypeInfo& info : infos_)
    if (info.kind == 'd' && info.object) info.category = by_id_[base(info.id)]->category;
}

TypeId Types::find(std::string_view schema, std::string_view name) const {
  const auto it = by_name_.find(key_of(schema == "pg_catalog" ? std::string_view() : schema, name));
  return it == by_name_.end() ? type::none : it->second;
}

int Types::modifier(std::string_view text) {
  if (text.empty()) return -1;
  for (std::size_t i = 0; i < modifiers_.size(); ++i)
    if (modifiers_[i] == text) return static_cast<int>(i);
  modifiers_.emplace_back(text);
  return static_cast<int>(modifiers_.size() - 1);
}

TypeUse Types::parse(std::string_view text) {
  if (const auto it = parsed_.find(std::string(text)); it != parsed_.end()) return it->second;
  TypeText parts = split_type(text);
  TypeUse use;
  constexpr std::string_view interval = "interval ";
  if (parts.schema.empty()) use.id = from_spelling(parts.name);
  if (parts.schema.empty() && parts.name.starts_with(interval)) {
    use.id = type::interval;
    parts.modifier = parts.name.substr(interval.size()) + (parts.modifier.empty() ? "" : "(" + parts.modifier + ")");
  }
  if (use.id == type::none) use.id = find(parts.schema, parts.name);
  if (use.id != type::none) {
    use.modifier = modifier(parts.modifier);
    if (parts.dimensions > 0) use.id = array_of(use.id);
  }
  parsed_.emplace(text, use);
  return use;
}

TypeUse Types::base(TypeUse use) const {
  for (const TypeInfo* found = &info(use.id); found->kind == 'd' && found->base.id != type::none; found = &info(use.id))
    use = found->base;
  return use;
}

std::string Types::format(TypeUse use) const {
  const TypeInfo& found = info(use.id);
  if (found.element != type::none) return format({found.element, use.modifier}) + "[]";
  const std::string modifier = use.modifier < 0 ? "" : modifiers_[use.modifier];
  if (use.id == type::bpchar) return modifier.empty() ? "bpchar" : "character(" + modifier + ")";
  if (use.id == type::bit && modifier.empty()) return "\"bit\"";
  if (use.id == type::interval && !modifier.empty() && modifier[0] > '9') return "interval " + modifier;
  std::string text = qualified(found.schema, found.name);
  for (const Spelling& spelling : spellings)
    if (spelling.id == use.id) text = spelling.text;
  if (modifier.empty()) return text;
  const std::size_t zone = found.schema.empty() ? text.find(" with") : std::string::npos;
  return text.insert(zone == std::string::npos ? text.size() : zone, "(" + modifier + ")");
}

}  // namespace trueup::canonical
