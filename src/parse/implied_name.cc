#include "parse/implied_name.h"

#include <algorithm>

namespace trueup::parse {

namespace {

constexpr std::size_t limit = 63;

// The longest prefix of whole characters in `size` bytes (pg_mbcliplen for UTF-8).
std::string_view clipped(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  while (size > 0 && (text[size] & 0xC0) == 0x80) --size;
  return text.substr(0, size);
}

bool taken_relation(const Fold& fold, std::string_view schema, const std::string& name, bool constraint) {
  if (fold.in_pg_class(schema, name)) return true;
  return constraint && fold.constraint_name_taken(schema, name);
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

std::string choose_relation_name(const Fold& fold, std::string_view schema, std::string_view name1,
                                 std::string_view name2, std::string_view label, bool constraint) {
  std::string numbered(label);
  for (int pass = 1;; ++pass) {
    std::string name = make_object_name(name1, name2, numbered);
    if (!taken_relation(fold, schema, name, constraint)) return name;
    numbered = std::string(label) + std::to_string(pass);
  }
}

std::string choose_constraint_name(const Fold& fold, std::string_view schema, std::string_view name1,
                                   std::string_view name2, std::string_view label,
                                   const std::vector<std::string>& others) {
  std::string numbered(label);
  for (int pass = 1;; ++pass) {
    std::string name = make_object_name(name1, name2, numbered);
    const bool other = std::find(others.begin(), others.end(), name) != others.end();
    if (!other && !fold.constraint_name_taken(schema, name)) return name;
    numbered = std::string(label) + std::to_string(pass);
  }
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

}  // namespace trueup::parse
