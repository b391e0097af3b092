#include "ddl/support.h"

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <optional>

#include "db/connection.h"
#include "db/scratch.h"
#include "model/encode.h"

namespace trueup::ddl::test {

ObjectId id(Kind kind, std::string_view name) {
  return {.kind = kind, .schema = "public", .parent = {}, .name = std::string(name), .signature = {}};
}

Object object(Kind kind, std::string_view name, Payload payload) {
  Object made;
  made.id = id(kind, name);
  const bool in_schema = kind != Kind::role && kind != Kind::membership && kind != Kind::schema &&
                         kind != Kind::extension && kind != Kind::default_privilege;
  if (!in_schema) made.id.schema.clear();
  made.payload = std::move(payload);
  if (is_type(kind)) made.acl.grants = {{"", "USAGE"}};
  if (is_routine(kind)) made.acl.grants = {{"", "EXECUTE"}};
  return made;
}

Object child(Kind kind, std::string_view parent, std::string_view name, Payload payload) {
  Object made = object(kind, name, std::move(payload));
  made.id.parent = parent;
  return made;
}

Expression sql(std::string_view text) {
  Expression expression;
  expression.text = text;
  return expression;
}

KeyElement on(std::string_view column) {
  KeyElement element;
  element.expression = sql(column);
  element.is_column = true;
  return element;
}

Catalog catalog(const std::vector<Object>& objects) {
  Catalog made;
  for (const Object& each : objects) made.objects.emplace(each.id, each);
  return made;
}

Statements created(const Object& object, const Catalog& to, const Catalog& from) {
  return rules_of(object.id.kind).create(object, {from, to});
}

Statements dropped(const Object& object) {
  const Catalog from = catalog({object});
  return rules_of(object.id.kind).drop(object, {from, {}});
}

Statements altered(const Object& from, const Object& to) {
  const Catalog before = catalog({from});
  const Catalog after = catalog({to});
  return altered(from, to, {before, after});
}

Statements altered(const Object& from, const Object& to, const Context& context) {
  Statements statements;
  const std::vector<Field> old = fields_of(from);
  const std::vector<Field> now = fields_of(to);
  for (std::size_t i = 0; i < old.size(); ++i) {
    if (old[i].value == now[i].value) continue;
    const FieldRule& rule = field_rule(to.id.kind, old[i].name);
    const bool rebuild =
        rule.alter == nullptr || (rule.how != nullptr && rule.how(from, to, context) == Change::rebuild);
    if (rebuild) return {{.sql = "rebuild", .destroys = {}, .needs = {}}};
    for (Statement& each : rule.alter(from, to, context)) {
      const auto same = [&](const Statement& there) { return there.sql == each.sql; };
      if (std::none_of(statements.begin(), statements.end(), same)) statements.push_back(std::move(each));
    }
  }
  return statements;
}

std::vector<std::string> texts(const Statements& statements) {
  std::vector<std::string> texts;
  for (const Statement& each : statements) texts.push_back(each.sql);
  return texts;
}

namespace {

struct Server {
  db::Scratch scratch;
  db::Connection connection;
};

/// One embedded server for all tests of the program.
Server& server() {
  static std::optional<Server> running = [] {
    auto scratch = db::Scratch::start({});
    if (!scratch) {
      std::cerr << "no server to try statements on: " << scratch.error().message << "\n"
                << scratch.error().hint << "\n";
      std::exit(1);
    }
    auto database = scratch->create_database();
    auto connection = database ? db::Connection::open(scratch->superuser_target(*database))
                               : Result<db::Connection>(database.error());
    if (!connection) {
      std::cerr << connection.error().message << "\n";
      std::exit(1);
    }
    return std::optional<Server>({std::move(*scratch), std::move(*connection)});
  }();
  return *running;
}

std::string run_all(db::Connection& connection, std::string_view setup, const Statements& statements,
                    std::string_view probe) {
  if (const auto prepared = connection.run(setup); !prepared) return "setup: " + prepared.error().message;
  for (const Statement& each : statements)
    if (const auto done = connection.run(each.sql); !done) return each.sql + ": " + done.error().message;
  if (probe.empty()) return "";
  const auto rows = connection.run(probe);
  if (!rows) return "probe: " + rows.error().message;
  std::string text;
  for (std::size_t row = 0; row < rows->size(); ++row) text += (row == 0 ? "" : "\n") + rows->text(row, 0);
  return text;
}

}  // namespace

std::string after(std::string_view setup, const Statements& statements, std::string_view probe) {
  db::Connection& connection = server().connection;
  if (const auto begun = connection.run("BEGIN; SET LOCAL search_path = public"); !begun) return begun.error().message;
  const std::string prepared = std::string(setup) + "; SET LOCAL search_path = ''";
  std::string result = run_all(connection, prepared, statements, probe);
  if (const auto ended = connection.run("ROLLBACK"); !ended) return ended.error().message;
  return result;
}

}  // namespace trueup::ddl::test
