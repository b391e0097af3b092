#include <algorithm>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/foreign_options.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

std::string boolean(bool value) { return value ? "true" : "false"; }

std::string alter(const Object& object) { return "ALTER SUBSCRIPTION " + sql_name(object.id); }

/// The connection's text as a literal; where a secret in it is not known, "password=" says so.
std::string connection(const ConnectionText& text, Secrets& secrets) {
  std::string literal = quote_literal(text.text);
  secrets.lacking |= !text.known;
  if (text.known && text.secret) secrets.literals.push_back(literal);
  return literal;
}

struct Parameter {
  std::string_view name;
  std::string (*value)(const Subscription&);
};

/// What SET changes in place; in CREATE only what differs from the default is said, so that older servers need not
/// know the rest.
constexpr Parameter parameters[] = {
    {"binary", [](const Subscription& s) { return boolean(s.binary); }},
    {"streaming", [](const Subscription& s) { return s.streaming; }},
    {"synchronous_commit", [](const Subscription& s) { return quote_literal(s.synchronous_commit); }},
    {"disable_on_error", [](const Subscription& s) { return boolean(s.disable_on_error); }},
    {"password_required", [](const Subscription& s) { return boolean(s.password_required); }},
    {"run_as_owner", [](const Subscription& s) { return boolean(s.run_as_owner); }},
    {"origin", [](const Subscription& s) { return s.origin; }},
    {"failover", [](const Subscription& s) { return boolean(s.failover); }},
    {"two_phase", [](const Subscription& s) { return boolean(s.two_phase); }},
};

std::string slot(const Subscription& subscription) {
  return subscription.slot_name.empty() ? "NONE" : quote_literal(subscription.slot_name);
}

/// From 18 on a subscription streams in parallel where nothing is said.
Subscription usual_on(int server_version) {
  Subscription usual;
  if (server_version >= 180000) usual.streaming = "parallel";
  return usual;
}

/// How it is made, as the file says: a slot made at the publisher cannot be made inside a transaction.
std::vector<std::string> manner(const Object& object) {
  const Subscription& subscription = as<Subscription>(object);
  std::vector<std::string> parts;
  if (!subscription.connect) parts.emplace_back("connect = false");
  if (subscription.slot_name != object.id.name) parts.push_back("slot_name = " + slot(subscription));
  if (!subscription.connect) return parts;
  if (!subscription.enabled) parts.emplace_back("enabled = false");
  if (!subscription.create_slot) parts.emplace_back("create_slot = false");
  if (!subscription.copy_data) parts.emplace_back("copy_data = false");
  return parts;
}

Statements create(const Object& object, const Context& context) {
  const Subscription& subscription = as<Subscription>(object);
  std::vector<std::string> parts = manner(object);
  const Subscription usual = usual_on(context.to.server_version);
  for (const Parameter& parameter : parameters)
    if (const std::string value = parameter.value(subscription); value != parameter.value(usual))
      parts.push_back(std::string(parameter.name) + " = " + value);
  Secrets secrets;
  std::string sql = "CREATE SUBSCRIPTION " + sql_name(object.id) + " CONNECTION ";
  sql += connection(subscription.connection, secrets) + " PUBLICATION " + names(subscription.publications);
  if (!parts.empty()) sql += " WITH (" + join(parts) + ")";
  Statements statements = {secretive(std::move(sql), std::move(secrets))};
  if (subscription.connect && subscription.create_slot) statements.front().transaction = Transaction::outside;
  append(statements, attributes_after_create(object, context));
  if (subscription.enabled && !subscription.connect) statements.push_back(statement(alter(object) + " ENABLE"));
  return statements;
}

/// Without its slot: dropping that would connect to the publisher, and cannot be done inside a transaction.
Statements drop(const Object& object, const Context&) {
  const Subscription& subscription = as<Subscription>(object);
  Statements statements;
  if (subscription.enabled) statements.push_back(statement(alter(object) + " DISABLE"));
  if (!subscription.slot_name.empty()) statements.push_back(statement(alter(object) + " SET (slot_name = NONE)"));
  statements.push_back(statement("DROP SUBSCRIPTION " + sql_name(object.id)));
  return statements;
}

Statements alter_connection(const Object&, const Object& to, const Context&) {
  Secrets secrets;
  std::string sql = alter(to) + " CONNECTION " + connection(as<Subscription>(to).connection, secrets);
  return {secretive(std::move(sql), std::move(secrets))};
}

Statements alter_publications(const Object&, const Object& to, const Context&) {
  return {statement(alter(to) + " SET PUBLICATION " + names(as<Subscription>(to).publications) +
                    " WITH (refresh = false)")};
}

Statements alter_parameters(const Object& from, const Object& to, const Context&) {
  std::vector<std::string> parts;
  for (const Parameter& parameter : parameters)
    if (const std::string value = parameter.value(as<Subscription>(to));
        value != parameter.value(as<Subscription>(from)))
      parts.push_back(std::string(parameter.name) + " = " + value);
  return {statement(alter(to) + " SET (" + join(parts) + ")")};
}

/// A subscription without a slot cannot be enabled, nor an enabled one lose its slot.
Statements alter_slot(const Object& from, const Object& to, const Context&) {
  const Subscription& old = as<Subscription>(from);
  const Subscription& now = as<Subscription>(to);
  Statements statements;
  if (old.enabled) statements.push_back(statement(alter(to) + " DISABLE"));
  if (old.slot_name != now.slot_name)
    statements.push_back(statement(alter(to) + " SET (slot_name = " + slot(now) + ")"));
  if (now.enabled) statements.push_back(statement(alter(to) + " ENABLE"));
  return statements;
}

Statements alter_enabled(const Object& from, const Object& to, const Context& context) {
  if (as<Subscription>(from).slot_name != as<Subscription>(to).slot_name) return alter_slot(from, to, context);
  return {statement(alter(to) + (as<Subscription>(to).enabled ? " ENABLE" : " DISABLE"))};
}

/// From 18 on, and only while it is disabled.
Change how_two_phase(const Object&, const Object& to, const Context& context) {
  return context.to.server_version >= 180000 && !as<Subscription>(to).enabled ? Change::alter : Change::rebuild;
}

constexpr FieldRule fields[] = {
    {.field = "connection", .alter = alter_connection},
    {.field = "publications", .alter = alter_publications},
    {.field = "enabled", .alter = alter_enabled},
    {.field = "slot_name", .alter = alter_slot},
    {.field = "binary", .alter = alter_parameters},
    {.field = "streaming", .alter = alter_parameters},
    {.field = "synchronous_commit", .alter = alter_parameters},
    {.field = "two_phase", .alter = alter_parameters, .how = how_two_phase},
    {.field = "disable_on_error", .alter = alter_parameters},
    {.field = "password_required", .alter = alter_parameters},
    {.field = "run_as_owner", .alter = alter_parameters},
    {.field = "origin", .alter = alter_parameters},
    {.field = "failover", .alter = alter_parameters},
};

}  // namespace

constinit const KindRules subscription_rules = {
    .kind = Kind::subscription, .weight = 270, .create = create, .drop = drop, .fields = fields};

}  // namespace trueup::ddl
