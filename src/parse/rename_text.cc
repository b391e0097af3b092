#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/quote.h"
#include "model/walk_fields.h"
#include "parse/rename.h"

namespace trueup::parse {

namespace {

// The field under whose name others name an object of this kind as text; "" for the rest.
std::string_view field_naming(Kind kind) {
  if (kind == Kind::collation) return "collation";
  if (kind == Kind::text_search_parser) return "parser";
  if (kind == Kind::text_search_template) return "template";
  return kind == Kind::text_search_dictionary ? "mappings" : "";
}

// Types stand in the model as text; these are the fields that hold one.
bool holds_type(std::string_view field) {
  static constexpr std::array<std::string_view, 12> fields = {
      "type",   "returns", "subtype", "of_type", "multirange_type", "stype",
      "mstype", "left",    "right",   "element", "storage",         "result"};
  return std::find(fields.begin(), fields.end(), field) != fields.end();
}

std::string signature_of(const std::vector<Parameter>& parameters) {
  std::vector<std::string> types;
  for (const Parameter& parameter : parameters)
    if (parameter.mode != "out" && parameter.mode != "table") types.push_back(parameter.type);
  return fmt::format("{}", fmt::join(types, ","));
}

// Each type of "integer,public.mood[]".
void rename_in_list(std::string& list, const std::string& from, const std::string& to) {
  for (std::size_t at = list.find(from); at != std::string::npos; at = list.find(from, at + to.size())) {
    const bool starts = at == 0 || list[at - 1] == ',';
    const std::size_t end = at + from.size();
    const bool ends = end == list.size() || list[end] == ',' || list[end] == '[';
    if (starts && ends) list.replace(at, from.size(), to);
  }
}

void rename_type_texts(Fold& fold, const std::string& from, const std::string& to) {
  const auto follow = [&](std::string_view field, std::string& text) {
    if (!holds_type(field)) return;
    if (text == from) text = to;
    if (text == from + "[]") text = to + "[]";
  };
  std::vector<std::pair<ObjectId, ObjectId>> routines;
  for (auto& [id, object] : fold.catalog.objects) {
    each_field(object, FieldWalk<decltype(follow)>{follow});
    ObjectId now = id;
    if (const auto* routine = std::get_if<Routine>(&object.payload)) now.signature = signature_of(routine->parameters);
    if (const auto* aggregate = std::get_if<Aggregate>(&object.payload))
      now.signature = signature_of(aggregate->parameters);
    if (id.kind == Kind::sql_operator || id.kind == Kind::cast) rename_in_list(now.signature, from, to);
    if (id.kind == Kind::cast || id.kind == Kind::transform) rename_in_list(now.name, from, to);
    if (now != id) routines.emplace_back(id, now);
  }
  for (const auto& [old, now] : routines) fold.rekey(old, now);
}

// The default of a serial column names its sequence in a string.
void rename_sequence_texts(Fold& fold, const ObjectId& from, const ObjectId& to) {
  const std::string old = quote_literal(qualified(from.schema, from.name));
  const std::string now = quote_literal(qualified(to.schema, to.name));
  for (auto& [id, object] : fold.catalog.objects) {
    auto* column = std::get_if<Column>(&object.payload);
    if (!column) continue;
    std::string& text = column->default_value.text;
    const std::size_t at = text.find(old);
    if (at != std::string::npos && text.find("nextval(") != std::string::npos) text.replace(at, old.size(), now);
  }
}

}  // namespace

void rename_to(const Step& step, const ObjectId& from, const ObjectId& to) {
  step.fold.rekey(from, to);
  if (is_type(from.kind) || is_relation(from.kind))
    rename_type_texts(step.fold, qualified(from.schema, from.name), qualified(to.schema, to.name));
  if (const std::string_view field = field_naming(from.kind); !field.empty()) {
    const std::string old = qualified(from.schema, from.name);
    const std::string now = qualified(to.schema, to.name);
    const auto follow = [&](std::string_view name, std::string& text) {
      if (name == field && text == old) text = now;
    };
    for (auto& [id, object] : step.fold.catalog.objects) each_field(object, FieldWalk<decltype(follow)>{follow});
  }
  if (from.kind == Kind::sequence) rename_sequence_texts(step.fold, from, to);
}

}  // namespace trueup::parse
