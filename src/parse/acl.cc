#include "parse/acl.h"

namespace trueup::parse {

namespace {

std::string_view default_class(Kind kind) {
  if (is_relation(kind)) return "tables";
  if (is_routine(kind)) return "functions";
  if (is_type(kind)) return "types";
  if (kind == Kind::sequence) return "sequences";
  if (kind == Kind::schema) return "schemas";
  return {};
}

}  // namespace

std::vector<std::string> all_privileges(Kind kind, int server_version) {
  if (is_relation(kind)) {
    std::vector<std::string> words = {"SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER"};
    if (server_version >= 170000) words.push_back("MAINTAIN");
    return words;
  }
  if (kind == Kind::column) return {"SELECT", "INSERT", "UPDATE", "REFERENCES"};
  if (kind == Kind::sequence) return {"USAGE", "SELECT", "UPDATE"};
  if (kind == Kind::schema) return {"USAGE", "CREATE"};
  if (is_routine(kind)) return {"EXECUTE"};
  if (is_type(kind) || kind == Kind::language || kind == Kind::foreign_data_wrapper || kind == Kind::server)
    return {"USAGE"};
  return {};
}

void apply_default_acl(const Step& step, Object& object) {
  const Kind kind = object.id.kind;
  if (is_routine(kind)) object.acl.grants.insert({.grantee = {}, .privilege = "EXECUTE"});
  if (is_type(kind) || kind == Kind::language) object.acl.grants.insert({.grantee = {}, .privilege = "USAGE"});
  const auto stated = step.fold.default_acls.find(step.statement.source);
  if (stated == step.fold.default_acls.end()) return;
  const std::string_view object_class = default_class(kind);
  for (const DefaultAcl& acl : stated->second) {
    if (acl.object_class != object_class || (!acl.schema.empty() && acl.schema != object.id.schema)) continue;
    if (acl.schema.empty())
      for (const Grant& grant : acl.revoked) object.acl.grants.erase(grant);
    object.acl.grants.insert(acl.granted.begin(), acl.granted.end());
  }
}

}  // namespace trueup::parse
