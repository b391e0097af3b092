#include "render/value.h"

#include <fmt/format.h>

#include "model/encode.h"

namespace trueup::render {

namespace {

std::string readable(bool value) { return value ? "yes" : "no"; }
std::string readable(int value) { return std::to_string(value); }
std::string readable(std::int64_t value) { return std::to_string(value); }
std::string readable(double value) { return fmt::format("{}", value); }
std::string readable(const std::string& value) { return value; }
std::string readable(const Expression& value) { return value.text; }
std::string readable(const ObjectId& value) { return to_string(value); }
std::string readable(const ForeignOption& value) { return value.secret() ? "(secret)" : value.value; }
std::string readable(const ConnectionText& value) { return value.secret ? "(holds a secret)" : value.text; }

std::string readable(const Acl& acl);
std::string readable(const Options& options);
template <HasFields T>
std::string readable(const T& value);
template <class T>
std::string readable(const std::optional<T>& value);
template <class T>
std::string readable(const std::vector<T>& value);
template <class K, class V>
std::string readable(const std::map<K, V>& value);

std::string readable(const Setting& value) { return fmt::format("{}={}", value.name, value.value); }

/// Anything else of the model that turns into text by itself.
template <class T>
requires(!HasFields<T> && requires(std::string & out, const T& value) { encode(out, value); }) std::string
    readable(const T& value) {
  std::string text;
  encode(text, value);
  return text;
}

template <HasFields T>
std::string readable(const T& value) {
  std::string text;
  T::each_field(value, [&](std::string_view name, const auto& field) {
    const std::string inner = readable(field);
    if (inner.empty() || inner == "no") return;
    text += (text.empty() ? "" : " ") + (inner == "yes" ? std::string(name) : fmt::format("{} {}", name, inner));
  });
  return text;
}

template <class T>
std::string readable(const std::optional<T>& value) {
  return value ? readable(*value) : "";
}

template <class T>
std::string readable(const std::vector<T>& value) {
  std::string text;
  for (const T& element : value) text += (text.empty() ? "" : ", ") + readable(element);
  return text;
}

template <class K, class V>
std::string readable(const std::map<K, V>& value) {
  std::string text;
  for (const auto& [key, element] : value)
    text += (text.empty() ? "" : ", ") + fmt::format("{}={}", readable(key), readable(element));
  return text;
}

std::string readable(const Options& options) {
  return readable(std::map<std::string, std::string>(options.begin(), options.end()));
}

std::string readable(const Acl& acl) {
  std::string text;
  for (const Grant& grant : acl.grants)
    text += fmt::format("{}{} to {}{}", text.empty() ? "" : ", ", grant.privilege,
                        grant.grantee.empty() ? "PUBLIC" : grant.grantee, grant.grantable ? " with grant option" : "");
  for (const std::string& privilege : acl.owner_revoked)
    text += fmt::format("{}{} revoked from the owner", text.empty() ? "" : ", ", privilege);
  return text;
}

}  // namespace

std::vector<ReadableField> readable_fields(const Object& object) {
  std::vector<ReadableField> fields;
  each_field(object, [&](std::string_view name, const auto& value) {
    fields.push_back({.name = std::string(name), .value = readable(value)});
  });
  if (has_index(object.id.kind)) fields.push_back({.name = "inherited_from", .value = readable(object.inherited_from)});
  fields.push_back({.name = "owner", .value = object.owner.value_or("")});
  fields.push_back({.name = "comment", .value = object.comment});
  fields.push_back({.name = "acl", .value = readable(object.acl)});
  fields.push_back({.name = "security_labels", .value = readable(object.security_labels)});
  return fields;
}

}  // namespace trueup::render
