#include "parse/implied_name.h"

#include <algorithm>

namespace trueup::parse {

namespace {

bool taken_relation(const Fold& fold, std::string_view schema, const std::string& name, bool constraint) {
  if (fold.in_pg_class(schema, name)) return true;
  return constraint && fold.constraint_name_taken(schema, name);
}

}  // namespace

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

}  // namespace trueup::parse
