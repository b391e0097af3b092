#include "ddl/base_type.h"

#include <fmt/format.h>

#include "base/quote.h"
#include "ddl/attributes.h"
#include "ddl/kinds.h"
#include "ddl/text.h"

namespace trueup::ddl {

namespace {

void add(std::vector<std::string>& parts, std::string_view name, const std::optional<ObjectId>& function) {
  if (function) parts.push_back(fmt::format("{} = {}", name, qualified(function->schema, function->name)));
}

/// What CREATE TYPE says between its parentheses.
std::string properties(const BaseType& type) {
  std::vector<std::string> parts;
  add(parts, "INPUT", type.input);
  add(parts, "OUTPUT", type.output);
  add(parts, "RECEIVE", type.receive);
  add(parts, "SEND", type.send);
  add(parts, "TYPMOD_IN", type.typmod_in);
  add(parts, "TYPMOD_OUT", type.typmod_out);
  add(parts, "ANALYZE", type.analyze);
  add(parts, "SUBSCRIPT", type.subscript);
  parts.push_back("INTERNALLENGTH = " + (type.length < 0 ? "VARIABLE" : std::to_string(type.length)));
  if (type.by_value) parts.emplace_back("PASSEDBYVALUE");
  parts.push_back(fmt::format("ALIGNMENT = {}", type.alignment));
  parts.push_back("STORAGE = " + type.storage);
  parts.push_back("CATEGORY = " + quote_literal(type.category));
  if (type.preferred) parts.emplace_back("PREFERRED = true");
  if (type.default_text) parts.push_back("DEFAULT = " + quote_literal(*type.default_text));
  if (!type.element.empty()) parts.push_back("ELEMENT = " + type.element);
  if (type.delimiter != ",") parts.push_back("DELIMITER = " + quote_literal(type.delimiter));
  if (type.collatable) parts.emplace_back("COLLATABLE = true");
  return join(parts, ",\n  ");
}

Statement announce(const Object& object) { return statement("CREATE TYPE " + sql_name(object.id)); }

Statement define(const Object& object, const Context& context) {
  const BaseType& type = as<BaseType>(object);
  Statement full = statement("CREATE TYPE " + sql_name(object.id) + " (\n  " + properties(type) + "\n)");
  // They themselves name the type: between the shell and the type.
  for (ObjectId& id : functions_of(type))
    if (context.to.find(id)) full.needs.push_back(std::move(id));
  return full;
}

Statements create(const Object& object, const Context& context) {
  Statements statements = {announce(object)};
  if (!as<BaseType>(object).shell) statements.push_back(define(object, context));
  // A shell has neither privileges nor an owner of its own to speak of until it is a type.
  for (Statement& attribute : attributes_after_create(object, context)) {
    attribute.needs = statements.back().needs;
    statements.push_back(std::move(attribute));
  }
  return statements;
}

/// Type and functions depend on each other: the type takes them along.
Statements drop(const Object& object, const Context&) {
  const bool shell = as<BaseType>(object).shell;
  return {statement("DROP TYPE " + sql_name(object.id) + (shell ? "" : " CASCADE"))};
}

Statements set(const Object& to, std::string_view property, const std::optional<ObjectId>& function) {
  const std::string value = function ? qualified(function->schema, function->name) : "NONE";
  return {statement(fmt::format("ALTER TYPE {} SET ({} = {})", sql_name(to.id), property, value))};
}

Statements alter_receive(const Object&, const Object& to, const Context&) {
  return set(to, "RECEIVE", as<BaseType>(to).receive);
}
Statements alter_send(const Object&, const Object& to, const Context&) {
  return set(to, "SEND", as<BaseType>(to).send);
}
Statements alter_typmod_in(const Object&, const Object& to, const Context&) {
  return set(to, "TYPMOD_IN", as<BaseType>(to).typmod_in);
}
Statements alter_typmod_out(const Object&, const Object& to, const Context&) {
  return set(to, "TYPMOD_OUT", as<BaseType>(to).typmod_out);
}
Statements alter_analyze(const Object&, const Object& to, const Context&) {
  return set(to, "ANALYZE", as<BaseType>(to).analyze);
}
Statements alter_subscript(const Object&, const Object& to, const Context&) {
  return set(to, "SUBSCRIPT", as<BaseType>(to).subscript);
}
Statements alter_storage(const Object&, const Object& to, const Context&) {
  return {statement("ALTER TYPE " + sql_name(to.id) + " SET (STORAGE = " + as<BaseType>(to).storage + ")")};
}

/// A type that can be toasted stays so.
Change how_storage(const Object&, const Object& to, const Context&) {
  return as<BaseType>(to).storage == "plain" ? Change::rebuild : Change::alter;
}

constexpr FieldRule fields[] = {
    {.field = "shell", .alter = nullptr},
    {.field = "input", .alter = nullptr},
    {.field = "output", .alter = nullptr},
    {.field = "receive", .alter = alter_receive},
    {.field = "send", .alter = alter_send},
    {.field = "typmod_in", .alter = alter_typmod_in},
    {.field = "typmod_out", .alter = alter_typmod_out},
    {.field = "analyze", .alter = alter_analyze},
    {.field = "subscript", .alter = alter_subscript},
    {.field = "length", .alter = nullptr},
    {.field = "by_value", .alter = nullptr},
    {.field = "alignment", .alter = nullptr},
    {.field = "storage", .alter = alter_storage, .how = how_storage},
    {.field = "category", .alter = nullptr},
    {.field = "preferred", .alter = nullptr},
    {.field = "default", .alter = nullptr},
    {.field = "element", .alter = nullptr},
    {.field = "delimiter", .alter = nullptr},
    {.field = "collatable", .alter = nullptr},
};

}  // namespace

constinit const KindRules base_type_rules = {
    .kind = Kind::base_type, .weight = 45, .create = create, .drop = drop, .fields = fields};

std::vector<ObjectId> functions_of(const BaseType& type) {
  std::vector<ObjectId> found;
  for (const auto* id : {&type.input, &type.output, &type.receive, &type.send, &type.typmod_in, &type.typmod_out,
                         &type.analyze, &type.subscript})
    if (*id) found.push_back(**id);
  return found;
}

}  // namespace trueup::ddl
