#include "introspect/context.h"

#include <fmt/format.h>

namespace trueup::introspect {

Object& Context::add(const Address& address, Object object) {
  const ObjectId id = object.id;
  Object& added = catalog.objects.insert_or_assign(id, std::move(object)).first->second;
  objects[address] = &added;
  return added;
}

Object* Context::object_at(const Address& address) {
  const auto it = objects.find(address);
  return it == objects.end() ? nullptr : it->second;
}

const Relation* Context::managed(Oid relation) const {
  const auto it = relations.find(relation);
  return it == relations.end() || !it->second.managed ? nullptr : &it->second;
}

static std::string name_in(const std::unordered_map<Oid, std::string>& names, Oid oid) {
  const auto it = names.find(oid);
  return it == names.end() ? fmt::format("{}", oid) : it->second;
}

std::string Context::role(Oid oid) const { return oid == 0 ? "" : name_in(roles, oid); }
std::string Context::schema(Oid oid) const { return name_in(schema_names, oid); }

static Diagnostic not_managed(std::string message) {
  return {.severity = Severity::warning, .code = "not-managed", .message = std::move(message)};
}

void Context::warn_not_managed(const std::string& what) {
  catalog.diagnostics.push_back(not_managed(what + " is not managed and left alone"));
}

void Context::warn_not_managed(const ObjectId& id, const std::string& property) {
  catalog.diagnostics.push_back(not_managed(to_string(id) + " " + property + ", which is not managed"));
}

}  // namespace trueup::introspect
