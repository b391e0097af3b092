#include "model/encode.h"

#include <fmt/format.h>

#include "model/find_expressions.h"

namespace trueup {

void encode(std::string& out, bool value) { out += value ? "true" : "false"; }
void encode(std::string& out, int value) { out += std::to_string(value); }
void encode(std::string& out, std::int64_t value) { out += std::to_string(value); }
void encode(std::string& out, double value) { out += fmt::format("{}", value); }

void encode(std::string& out, const std::string& value) {
  out += std::to_string(value.size());
  out += ':';
  out += value;
}

void encode(std::string& out, const Expression& value) { encode(out, value.key.empty() ? value.text : value.key); }
void encode(std::string& out, const ObjectId& value) { out += to_string(value); }
void encode(std::string& out, const ForeignOption& value) { encode(out, value.secret() ? value.digest : value.value); }
void encode(std::string& out, const ConnectionText& value) { encode(out, value.digest); }

void encode(std::string& out, const Options& options) {
  encode(out, std::map<std::string, std::string>(options.begin(), options.end()));
}

void encode(std::string& out, const Acl& acl) {
  for (const Grant& grant : acl.grants)
    out += fmt::format("{}={}{},", grant.grantee, grant.privilege, grant.grantable ? "*" : "");
  for (const std::string& privilege : acl.owner_revoked) out += fmt::format("-{},", privilege);
}

bool is_attribute(std::string_view field) {
  return field == "owner" || field == "comment" || field == "acl" || field == "security_labels";
}

std::vector<Field> fields_of(const Object& object) {
  std::vector<Field> fields;
  each_field(object, [&](std::string_view name, const auto& value) {
    Field field{.name = std::string(name)};
    encode(field.value, value);
    const auto note = [&](const Expression& expression) { field.unsure |= expression.certainty == Certainty::unsure; };
    ExpressionFinder<decltype(note)>{note}.find(value);
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Stateable>) field.stated = !value.empty();
    if (const auto* mapping = std::get_if<UserMapping>(&object.payload)) field.stated = mapping->readable;
    if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, ConnectionText>) field.stated = value.readable;
    fields.push_back(std::move(field));
  });
  if (has_index(object.id.kind))
    fields.push_back(
        {.name = "inherited_from", .value = object.inherited_from ? to_string(*object.inherited_from) : std::string()});
  fields.push_back({.name = "owner", .value = object.owner.value_or(""), .stated = object.owner.has_value()});
  // CREATE EXTENSION brings a comment of its own: one that the definition does not state is not compared.
  const bool brought = object.id.kind == Kind::extension && object.comment.empty();
  fields.push_back({.name = "comment", .value = object.comment, .stated = !brought});
  fields.push_back({.name = "acl"});
  encode(fields.back().value, object.acl);
  fields.push_back({.name = "security_labels"});
  if (!object.security_labels.empty()) encode(fields.back().value, object.security_labels);
  return fields;
}

}  // namespace trueup
