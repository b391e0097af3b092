#include "parse/names.h"

#include <algorithm>

#include "parse/extension_members.h"

namespace trueup::parse {

std::string name_key(std::string_view schema, std::string_view name) {
  std::string key;
  key.reserve(schema.size() + name.size() + 1);
  key.append(schema).push_back('\0');
  return key.append(name);
}

std::optional<std::string> NameSet::find(std::string_view name, const SearchPath& path) const {
  for (const std::string& schema : path)
    if (contains(schema, name)) return schema;
  return std::nullopt;
}

std::string Names::creation_schema(const SearchPath& path) const {
  for (const std::string& schema : path)
    if (schemas.contains(schema) && schema != "pg_catalog") return schema;
  return path.empty() ? "public" : path.front();
}

std::optional<std::string> Names::extension_schema(std::string_view name, const SearchPath& path) const {
  if (extensions.empty()) return std::nullopt;
  const std::string_view home = extension_of_member(name);
  for (const DeclaredExtension& extension : extensions)
    if (extension.name == home) return extension.schema;
  const std::string& first = extensions.front().schema;
  const bool same =
      std::all_of(extensions.begin(), extensions.end(), [&](const DeclaredExtension& e) { return e.schema == first; });
  return same ? first : creation_schema(path);
}

}  // namespace trueup::parse
