#include "parse/node.h"

namespace trueup::parse {

namespace {

using Visit = std::function<bool(const Node&)>;

void walk(const ProtobufCMessage& message, const Visit& visit);

void walk_field(const ProtobufCMessage& message, const ProtobufCFieldDescriptor& field, const Visit& visit) {
  if (field.type != PROTOBUF_C_TYPE_MESSAGE) return;
  const char* base = reinterpret_cast<const char*>(&message);
  if (field.label == PROTOBUF_C_LABEL_REPEATED) {
    const std::size_t count = *reinterpret_cast<const std::size_t*>(base + field.quantifier_offset);
    ProtobufCMessage* const* items = *reinterpret_cast<ProtobufCMessage* const* const*>(base + field.offset);
    for (std::size_t i = 0; i < count; ++i) walk(*items[i], visit);
    return;
  }
  if (field.flags & PROTOBUF_C_FIELD_FLAG_ONEOF) {
    const auto chosen = *reinterpret_cast<const std::uint32_t*>(base + field.quantifier_offset);
    if (chosen != field.id) return;
  }
  if (const auto* inner = *reinterpret_cast<const ProtobufCMessage* const*>(base + field.offset)) walk(*inner, visit);
}

// The structs describe themselves, so that no kind of node can be forgotten.
void walk(const ProtobufCMessage& message, const Visit& visit) {
  if (message.descriptor == &pg_query__node__descriptor && !visit(reinterpret_cast<const Node&>(message))) return;
  for (unsigned i = 0; i < message.descriptor->n_fields; ++i) walk_field(message, message.descriptor->fields[i], visit);
}

}  // namespace

void for_each_node(const Node& root, const Visit& visit) { walk(root.base, visit); }

}  // namespace trueup::parse
