#include "parse/grammar.h"

#include <pg_query.h>

#include <algorithm>

namespace trueup::parse {

int grammar_version() { return PG_VERSION_NUM / 10000; }

std::string_view word_of_field(const ProtobufCMessage& message, const char* field) {
  const ProtobufCFieldDescriptor* found = protobuf_c_message_descriptor_get_field_by_name(message.descriptor, field);
  if (!found) return {};
  const char* place = reinterpret_cast<const char*>(&message) + found->offset;
  if (found->type == PROTOBUF_C_TYPE_STRING) return *reinterpret_cast<char* const*>(place);
  if (found->type != PROTOBUF_C_TYPE_ENUM) return {};
  const auto* type = static_cast<const ProtobufCEnumDescriptor*>(found->descriptor);
  const ProtobufCEnumValue* value = protobuf_c_enum_descriptor_get_value(type, *reinterpret_cast<const int*>(place));
  return value ? value->name : std::string_view{};
}

std::string partition_strategy(const PgQuery__PartitionSpec& spec) {
  constexpr std::string_view prefix = "PARTITION_STRATEGY_";
  std::string_view word = word_of_field(spec.base, "strategy");
  if (word.starts_with(prefix)) word.remove_prefix(prefix.size());
  std::string strategy(word);
  std::transform(strategy.begin(), strategy.end(), strategy.begin(), [](unsigned char c) { return std::tolower(c); });
  return strategy;
}

}  // namespace trueup::parse
