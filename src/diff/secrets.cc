#include "diff/secrets.h"

namespace trueup::diff {

namespace {

ForeignOptions* options_of(Object& object) {
  if (auto* wrapper = std::get_if<ForeignDataWrapper>(&object.payload)) return &wrapper->options;
  if (auto* server = std::get_if<Server>(&object.payload)) return &server->options;
  if (auto* mapping = std::get_if<UserMapping>(&object.payload)) return &mapping->options;
  if (auto* table = std::get_if<ForeignTable>(&object.payload)) return &table->options;
  if (auto* column = std::get_if<Column>(&object.payload)) return &column->foreign_options;
  return nullptr;
}

void share(ForeignOption& one, ForeignOption& other) {
  if (one.known == other.known) return;
  ForeignOption& stated = one.known ? one : other;
  ForeignOption& live = one.known ? other : one;
  if (stated.value == not_restorable)
    stated = live;
  else if (stated.digest == live.digest)
    live = stated;
}

void share(ForeignOptions& one, ForeignOptions& other) {
  for (auto& [name, option] : one)
    if (const auto same = other.find(name); same != other.end()) share(option, same->second);
}

void share(ConnectionText& one, ConnectionText& other) {
  if (one.known == other.known) return;
  ConnectionText& stated = one.known ? one : other;
  ConnectionText& live = one.known ? other : one;
  if (stated.text == live.text)
    stated = live;
  else if (stated.digest == live.digest)
    live = stated;
}

void stand_in(ForeignOptions& options) {
  for (auto& [name, option] : options)
    if (!option.known) option = stated_option(name, std::string(not_restorable));
}

}  // namespace

void share_secrets(Catalog& one, Catalog& other) {
  for (auto& [id, object] : one.objects) {
    auto* options = options_of(object);
    auto* subscription = std::get_if<Subscription>(&object.payload);
    if (subscription == nullptr && (options == nullptr || options->empty())) continue;
    Object* same = other.find(id);
    if (same == nullptr) continue;
    if (options != nullptr)
      share(*options, *options_of(*same));
    else
      share(subscription->connection, std::get<Subscription>(same->payload).connection);
  }
}

void stand_in_for_secrets(Catalog& catalog) {
  for (auto& [id, object] : catalog.objects) {
    if (ForeignOptions* options = options_of(object)) stand_in(*options);
    auto* subscription = std::get_if<Subscription>(&object.payload);
    if (subscription != nullptr && !subscription->connection.known)
      subscription->connection = stated_connection(subscription->connection.text);
  }
}

}  // namespace trueup::diff
