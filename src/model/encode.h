#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/object.h"

namespace trueup {

/// A struct of the model that lists its fields.
template <class T>
concept HasFields = requires(const T& value) {
  T::each_field(value, [](std::string_view, const auto&) {});
};

// One unambiguous text per field value: what comparison, fingerprints and reports are made of.
// Expressions are encoded by their canonical key (by their text before canonicalise).

void encode(std::string& out, bool value);
void encode(std::string& out, int value);
void encode(std::string& out, std::int64_t value);
void encode(std::string& out, double value);
void encode(std::string& out, const std::string& value);
void encode(std::string& out, const Expression& value);
void encode(std::string& out, const ObjectId& value);
void encode(std::string& out, const Acl& value);
void encode(std::string& out, const Options& options);
/// Secrets are encoded by their digest.
void encode(std::string& out, const ForeignOption& value);
void encode(std::string& out, const ConnectionText& value);

template <HasFields T>
void encode(std::string& out, const T& value);
template <class T>
void encode(std::string& out, const std::optional<T>& value);
template <class T>
void encode(std::string& out, const std::vector<T>& value);
template <class K, class V>
void encode(std::string& out, const std::map<K, V>& value);

template <HasFields T>
void encode(std::string& out, const T& value) {
  out += '{';
  T::each_field(value, [&](std::string_view name, const auto& field) {
    out.append(name).append("=");
    encode(out, field);
    out += ' ';
  });
  out += '}';
}

template <class T>
void encode(std::string& out, const std::optional<T>& value) {
  if (value)
    encode(out, *value);
  else
    out += "none";
}

template <class T>
void encode(std::string& out, const std::vector<T>& value) {
  out += '[';
  for (const T& element : value) {
    encode(out, element);
    out += ',';
  }
  out += ']';
}

template <class K, class V>
void encode(std::string& out, const std::map<K, V>& value) {
  out += '[';
  for (const auto& [key, element] : value) {
    encode(out, key);
    out += ':';
    encode(out, element);
    out += ',';
  }
  out += ']';
}

/// One compared field of an object: its name and its encoded value.
struct Field {
  std::string name;
  std::string value;
  bool unsure = false;  ///< an expression in it has a key that no server has confirmed
  bool stated = true;   ///< false: the definition leaves it open, so it equals anything
};

/// True for the fields that every kind has: "owner", "comment", "acl", "security_labels".
[[nodiscard]] bool is_attribute(std::string_view field);

/// Every compared field of `object`, what a partition's index belongs to and the attributes (is_attribute) last.
[[nodiscard]] std::vector<Field> fields_of(const Object& object);

}  // namespace trueup
