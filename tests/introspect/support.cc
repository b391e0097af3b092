#include "introspect/support.h"

#include <optional>

namespace trueup::introspect {

db::Scratch& scratch() {
  static std::optional<db::Scratch> server;
  if (!server) {
    Result<db::Scratch> started = db::Scratch::start({});
    if (!started) throw std::runtime_error(started.error().message + "; " + started.error().hint);
    server = std::move(*started);
  }
  return *server;
}

template <class T>
static T need(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(*result);
}

Catalog read_after(std::string_view sql) {
  const std::string database = need(scratch().create_database());
  Catalog catalog;
  {
    db::Connection connection = need(db::Connection::open(scratch().superuser_target(database)));
    need(connection.run(sql));
    catalog = need(read(connection));
  }
  if (const auto dropped = scratch().drop_database(database); !dropped)
    throw std::runtime_error(dropped.error().message);
  return catalog;
}

static const Object* find(const Catalog& catalog, std::string_view text) {
  for (const auto& [id, object] : catalog.objects)
    if (to_string(id) == text) return &object;
  return nullptr;
}

const Object& object(const Catalog& catalog, std::string_view id) {
  static const Object none{};
  if (const Object* found = find(catalog, id)) return *found;
  std::string all;
  for (const auto& [each, object] : catalog.objects) all += to_string(each) + "\n";
  ADD_FAILURE() << "no " << id << " among\n" << all;
  return none;
}

bool has(const Catalog& catalog, std::string_view id) { return find(catalog, id) != nullptr; }

std::string shown(const Acl& acl) {
  std::string text;
  const auto add = [&](const std::string& entry) { text += (text.empty() ? "" : ", ") + entry; };
  for (const Grant& grant : acl.grants)
    add((grant.grantee.empty() ? "PUBLIC" : grant.grantee) + " " + grant.privilege + (grant.grantable ? "*" : ""));
  for (const std::string& privilege : acl.owner_revoked) add("-" + privilege);
  return text;
}

std::string references(const Catalog& catalog, std::string_view id) {
  std::string text;
  for (const ObjectId& reference : object(catalog, id).references)
    text += (text.empty() ? "" : ", ") + to_string(reference);
  return text;
}

std::string diagnosed(const Catalog& catalog, std::string_view code) {
  std::string text;
  for (const Diagnostic& diagnostic : catalog.diagnostics)
    if (diagnostic.code == code) text += diagnostic.message + "\n";
  return text;
}

}  // namespace trueup::introspect
