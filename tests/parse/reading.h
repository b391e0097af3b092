#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "model/encode.h"
#include "parse/script.h"

namespace trueup {

/// What `sql` comes to, as one script for PostgreSQL 15.
inline Catalog reading(const std::string& sql, int server_version = 150000) {
  return parse::read({{.name = "a.sql", .text = sql}}, {.server_version = server_version});
}

inline const Object* object_named(const Catalog& catalog, std::string_view name) {
  for (const auto& [id, object] : catalog.objects)
    if (to_string(id) == name) return &object;
  return nullptr;
}

/// A field's encoded value, a text without its length; "no object" and "no field" where there is none.
inline std::string field_of(const Catalog& catalog, std::string_view name, std::string_view field) {
  const Object* object = object_named(catalog, name);
  if (!object) return "no object";
  if (field == "inherited_from") return object->inherited_from ? to_string(*object->inherited_from) : "";
  for (const Field& found : fields_of(*object)) {
    if (found.name != field) continue;
    const std::size_t colon = found.value.find(':');
    const bool text =
        colon != std::string::npos && found.value.substr(0, colon) == std::to_string(found.value.size() - colon - 1);
    return text ? found.value.substr(colon + 1) : found.value;
  }
  return "no field";
}

/// Everything of one kind, as ids: "check public.t.t_a_check".
inline std::vector<std::string> objects_of(const Catalog& catalog, Kind kind) {
  std::vector<std::string> names;
  for (const auto& [id, object] : catalog.objects)
    if (id.kind == kind) names.push_back(to_string(id));
  return names;
}

/// The diagnostics as "line:column code".
inline std::vector<std::string> codes_of(const Catalog& catalog) {
  std::vector<std::string> codes;
  for (const Diagnostic& d : catalog.diagnostics)
    codes.push_back(std::to_string(d.where.line) + ":" + std::to_string(d.where.column) + " " + d.code);
  return codes;
}

/// One row of a table of cases: SQL, and what one field of one object then is.
struct FieldCase {
  const char* sql;
  const char* object;
  const char* field;
  const char* value;
};

inline void expect_fields(const std::vector<FieldCase>& cases) {
  for (const FieldCase& c : cases) {
    const Catalog catalog = reading(c.sql);
    EXPECT_EQ(field_of(catalog, c.object, c.field), c.value) << c.sql;
    for (const Diagnostic& d : catalog.diagnostics) EXPECT_NE(d.severity, Severity::error) << to_string(d);
  }
}

}  // namespace trueup
