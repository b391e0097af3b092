#include <fmt/format.h>

#include "base/quote.h"
#include "parse/rename.h"

namespace trueup::parse {

namespace {

// Types stand in the model as text; these are the fields that hold one.
// Names of other kinds that stand as text, under one field's name each.
struct NameFinder {
  std::string_view field;
  const std::string& from;
  const std::string& to;

  void operator()(std::string_view name, std::string& text) const {
    if (name == field && text == from) text = to;
  }

  template <class T>
  void operator()(std::string_view name, T& value) const {
    find(name, value);
  }

  template <class T>
  void find(std::string_view name, T& value) const {
    if constexpr (std::is_same_v<T, Expression> || std::is_same_v<T, ObjectId>) {
      return;
    } else if constexpr (std::is_same_v<T, std::string>) {
      (*this)(name, value);
    } else if constexpr (requires { T::each_field(value, *this); }) {
      T::each_field(value, *this);
    } else if constexpr (requires { value.has_value(); }) {
      if (value) find(name, *value);
    } else if constexpr (requires { typename T::mapped_type; }) {
      for (auto& [key, element] : value) find(name, element);
    } else if constexpr (requires { typename T::value_type; }) {
      for (auto& element : value) find(name, element);
    }
  }
};

std::string_view field_naming(Kind kind) {
  if (kind == Kind::collation) return "collation";
  if (kind == Kind::text_search_parser) return "parser";
  if (kind == Kind::text_search_template) return "template";
  return kind == Kind::text_search_dictionary ? "mappings" : "";
}

struct TypeFinder {
  const std::string& from;
  const std::string& to;

  void operator()(std::string_view name, std::string& text) const {
    if (name != "type" && name != "returns" && name != "subtype" && name != "of_type" && name != "multirange_type" &&
        name != "stype" && name != "mstype" && name != "left" && name != "right" && name != "element" &&
        name != "storage" && name != "result")
      return;
    if (text == from) text = to;
    if (text == from + "[]") text = to + "[]";
  }

  template <class T>
  void operator()(std::string_view, T& value) const {
    find(value);
  }

  template <class T>
  void find(T& value) const {
    if constexpr (std::is_same_v<T, Expression> || std::is_same_v<T, std::string> || std::is_same_v<T, ObjectId>) {
      return;
    } else if constexpr (requires { T::each_field(value, *this); }) {
      T::each_field(value, *this);
    } else if constexpr (requires { value.has_value(); }) {
      if (value) find(*value);
    } else if constexpr (requires { typename T::mapped_type; }) {
      return;
    } else if constexpr (requires { typename T::value_type; }) {
      for (auto& element : value) find(element);
    }
  }
};

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
  std::vector<std::pair<ObjectId, ObjectId>> routines;
  for (auto& [id, object] : fold.catalog.objects) {
    each_field(object, TypeFinder{.from = from, .to = to});
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
    for (auto& [id, object] : step.fold.catalog.objects)
      each_field(object, NameFinder{.field = field, .from = old, .to = now});
  }
  if (from.kind == Kind::sequence) rename_sequence_texts(step.fold, from, to);
}

}  // namespace trueup::parse
