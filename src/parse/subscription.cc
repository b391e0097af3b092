#include "parse/subscription.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/quote.h"

namespace trueup::parse {

namespace {

ObjectId subscription_id(std::string_view name) {
  return {.kind = Kind::subscription, .schema = {}, .parent = {}, .name = cut_identifier(name), .signature = {}};
}

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

std::string streaming_of(const PgQuery__DefElem& option) {
  if (lower(value_text(option)) == "parallel") return "parallel";
  return value_true(option) ? "on" : "off";
}

// One parameter; false for a name that is not known.
bool set(Subscription& subscription, const PgQuery__DefElem& option) {
  const std::string_view name = option.defname;
  const auto flag = [&](bool& field) {
    field = value_true(option);
    return true;
  };
  if (name == "connect") return flag(subscription.connect);
  if (name == "create_slot") return flag(subscription.create_slot);
  if (name == "copy_data") return flag(subscription.copy_data);
  if (name == "enabled") return flag(subscription.enabled);
  if (name == "binary") return flag(subscription.binary);
  if (name == "two_phase") return flag(subscription.two_phase);
  if (name == "disable_on_error") return flag(subscription.disable_on_error);
  if (name == "password_required") return flag(subscription.password_required);
  if (name == "run_as_owner") return flag(subscription.run_as_owner);
  if (name == "failover") return flag(subscription.failover);
  if (name == "streaming")
    subscription.streaming = streaming_of(option);
  else if (name == "synchronous_commit")
    subscription.synchronous_commit = value_text(option);
  else if (name == "origin")
    subscription.origin = lower(value_text(option));
  else if (name == "slot_name")
    subscription.slot_name = value_text(option) == "none" ? "" : value_text(option);
  else
    return name == "refresh";
  return true;
}

void set_all(const Step& step, Subscription& subscription, Nodes options) {
  for (const Node* node : options)
    if (!set(subscription, *node->def_elem))
      step.not_managed(fmt::format("the parameter {} of a subscription", quote_identifier(node->def_elem->defname)),
                       node->def_elem->location);
}

bool states(Nodes options, std::string_view name) {
  return std::any_of(options.begin(), options.end(), [&](const Node* node) { return node->def_elem->defname == name; });
}

std::vector<std::string> sorted(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

void change_publications(Subscription& subscription, const PgQuery__AlterSubscriptionStmt& stmt) {
  const std::vector<std::string> stated = strings_of(nodes(stmt.n_publication, stmt.publication));
  std::vector<std::string>& now = subscription.publications;
  if (stmt.kind == PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_SET_PUBLICATION) now.clear();
  if (stmt.kind == PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_DROP_PUBLICATION)
    std::erase_if(
        now, [&](const std::string& name) { return std::find(stated.begin(), stated.end(), name) != stated.end(); });
  else
    now.insert(now.end(), stated.begin(), stated.end());
  now = sorted(std::move(now));
}

}  // namespace

Outcome create_subscription(Step& step, const PgQuery__CreateSubscriptionStmt& stmt) {
  const ObjectId id = subscription_id(stmt.subname);
  const Nodes options = nodes(stmt.n_options, stmt.options);
  Subscription subscription{.connection = stated_connection(stmt.conninfo),
                            .publications = sorted(strings_of(nodes(stmt.n_publication, stmt.publication))),
                            .slot_name = id.name};
  if (step.fold.options.server_version >= 180000) subscription.streaming = "parallel";
  subscription.connect = subscription.create_slot = subscription.copy_data = true;
  set_all(step, subscription, options);
  // What is not made by connecting is not enabled either, unless that is said later.
  if (!subscription.connect && !states(options, "enabled")) subscription.enabled = false;
  step.define(id, std::move(subscription));
  return {};
}

Outcome alter_subscription(Step& step, const PgQuery__AlterSubscriptionStmt& stmt) {
  const ObjectId id = subscription_id(stmt.subname);
  Object* object = step.fold.catalog.find(id);
  if (!object) return {.missing = to_string(id), .offset = -1};
  auto& subscription = std::get<Subscription>(object->payload);
  switch (static_cast<int>(stmt.kind)) {
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_CONNECTION:
      subscription.connection = stated_connection(stmt.conninfo);
      return {};
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_SET_PUBLICATION:
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_ADD_PUBLICATION:
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_DROP_PUBLICATION:
      change_publications(subscription, stmt);
      return {};
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_OPTIONS:
    case PG_QUERY__ALTER_SUBSCRIPTION_TYPE__ALTER_SUBSCRIPTION_ENABLED:
      set_all(step, subscription, nodes(stmt.n_options, stmt.options));
      return {};
    default:
      step.not_schema("REFRESH or SKIP of a subscription");
      return {};
  }
}

Outcome drop_subscription(Step& step, const PgQuery__DropSubscriptionStmt& stmt) {
  const ObjectId id = subscription_id(stmt.subname);
  if (step.fold.catalog.find(id))
    step.fold.erase(id);
  else if (!stmt.missing_ok)
    return {.missing = to_string(id), .offset = -1};
  return {};
}

}  // namespace trueup::parse
