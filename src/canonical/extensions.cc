#include "canonical/extensions.h"

#include <map>

#include "base/quote.h"

namespace trueup::canonical {
namespace {

constexpr std::string_view table =
#include "canonical/builtins/extensions.inc"
    ;

std::map<std::string, std::string, std::less<>> schemas_of(const Catalog& catalog) {
  std::map<std::string, std::string, std::less<>> schemas;
  for (const auto& [id, object] : catalog.objects)
    if (const auto* extension = std::get_if<Extension>(&object.payload)) schemas[id.name] = extension->schema;
  for (const ExtensionMember& member : catalog.extension_members) {
    std::string& schema = schemas[member.extension];
    if (schema.empty()) schema = member.id.schema;
  }
  for (auto& [name, schema] : schemas)
    if (schema.empty()) schema = "public";
  return schemas;
}

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> fields;
  for (;;) {
    const std::size_t tab = line.find('\t');
    fields.emplace_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

/// "@.citext" is the extension's own citext.
void put_schema(std::string& field, const std::string& prefix) {
  for (std::size_t at = 0; (at = field.find("@.", at)) != std::string::npos; at += prefix.size())
    field.replace(at, 2, prefix);
}

}  // namespace

std::vector<ExtensionLine> installed_extensions(const Catalog& catalog) {
  std::vector<ExtensionLine> lines;
  const auto schemas = schemas_of(catalog);
  if (schemas.empty()) return lines;
  std::string_view rest = table;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    const auto extension = schemas.find(line.substr(0, line.find('\t')));
    if (extension == schemas.end()) continue;
    std::vector<std::string> fields = split(line);
    ExtensionLine found{.kind = fields[1][0], .schema = extension->second, .fields = {}};
    const std::string prefix = quote_identifier(extension->second) + ".";
    const bool is_operator = found.kind == 'o';
    for (std::size_t i = 2; i < fields.size(); ++i) {
      if (!(is_operator && i == 2)) put_schema(fields[i], prefix);
      found.fields.push_back(std::move(fields[i]));
    }
    lines.push_back(std::move(found));
  }
  return lines;
}

}  // namespace trueup::canonical
