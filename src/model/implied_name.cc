#include "model/implied_name.h"

#include <algorithm>
#include <cctype>

#include "model/key_element.h"

namespace trueup {

namespace {

constexpr std::size_t limit = 63;

// The longest prefix of whole characters in `size` bytes (pg_mbcliplen for UTF-8).
std::string_view clipped(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

// The label that ChooseIndexName gives: "pkey", "key", "excl" or "idx".
std::string_view label_of(Kind kind) {
  switch (static_cast<int>(kind)) {
    case static_cast<int>(Kind::primary_key):
      return "pkey";
    case static_cast<int>(Kind::unique_key):
      return "key";
    case static_cast<int>(Kind::exclusion):
      return "excl";
    default:
      return "idx";
  }
}

struct Columns {
  std::vector<std::string> names;
  bool known = true;  // false: an expression is among them
};

Columns columns_of(const std::vector<KeyElement>& elements, const std::vector<std::string>& include) {
  Columns columns;
  for (const KeyElement& element : elements) {
    columns.names.push_back(column_of(element));
    columns.known &= element.is_column;
  }
  columns.names.insert(columns.names.end(), include.begin(), include.end());
  return columns;
}

Columns columns_of(const Payload& payload) {
  if (const auto* index = std::get_if<Index>(&payload)) return columns_of(index->elements, index->include);
  if (const auto* exclusion = std::get_if<Exclusion>(&payload))
    return columns_of(exclusion->elements, exclusion->include);
  const auto& key = std::get<Key>(payload);
  Columns columns{.names = key.columns};
  columns.names.insert(columns.names.end(), key.include.begin(), key.include.end());
  return columns;
}

bool are_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

std::string make_object_name(std::string_view name1, std::string_view name2, std::string_view label) {
  std::size_t overhead = 0;
  if (!name2.empty()) ++overhead;
  if (!label.empty()) overhead += label.size() + 1;
  const std::size_t available = limit - overhead;
  std::size_t size1 = name1.size();
  std::size_t size2 = name2.size();
  while (size1 + size2 > available) {
    if (size1 > size2)
      --size1;
    else
      --size2;
  }
  std::string name(clipped(name1, size1));
  if (!name2.empty()) name.append("_").append(clipped(name2, size2));
  if (!label.empty()) name.append("_").append(label);
  return name;
}

std::string name_addition(const std::vector<std::string>& columns) {
  std::string text;
  for (const std::string& column : columns) {
    if (!text.empty()) text += '_';
    text += column;
    if (text.size() > limit) break;
  }
  return text;
}

std::vector<std::string> index_column_names(const std::vector<std::string>& names) {
  std::vector<std::string> result;
  for (const std::string& name : names) {
    std::string current = name;
    for (int i = 1; std::find(result.begin(), result.end(), current) != result.end(); ++i) {
      const std::string number = std::to_string(i);
      current = std::string(clipped(name, limit - number.size())) + number;
    }
    result.push_back(std::move(current));
  }
  return result;
}

bool has_implied_name(const Object& object) {
  const auto* index = std::get_if<Index>(&object.payload);
  const std::string& table = index ? index->table.name : object.id.parent;
  const std::string_view name = object.id.name;
  const std::string_view label = label_of(object.id.kind);
  const std::size_t at = name.rfind(label);
  if (at == std::string_view::npos || !are_digits(name.substr(at + label.size()))) return false;
  const Columns columns = columns_of(object.payload);
  if (!columns.known) return name.starts_with(table.substr(0, 26)) && name.substr(0, at).ends_with('_');
  const std::string addition =
      object.id.kind == Kind::primary_key ? "" : name_addition(index_column_names(columns.names));
  return name == make_object_name(table, addition, name.substr(at));
}

}  // namespace trueup
