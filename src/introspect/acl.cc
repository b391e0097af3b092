#include <string>

#include "introspect/attributes.h"

namespace trueup::introspect {

namespace {

/// The SQL word behind a letter of an aclitem.
std::string_view privilege_of(char letter) {
  switch (letter) {
    case 'r':
      return "SELECT";
    case 'a':
      return "INSERT";
    case 'w':
      return "UPDATE";
    case 'd':
      return "DELETE";
    case 'D':
      return "TRUNCATE";
    case 'x':
      return "REFERENCES";
    case 't':
      return "TRIGGER";
    case 'm':
      return "MAINTAIN";
    case 'X':
      return "EXECUTE";
    case 'U':
      return "USAGE";
    case 'C':
      return "CREATE";
    case 'c':
      return "CONNECT";
    case 'T':
      return "TEMPORARY";
    case 's':
      return "SET";
    case 'A':
      return "ALTER SYSTEM";
    default:
      return "";
  }
}

/// The letters of everything that an owner holds on an object of `kind` from the beginning.
std::string_view owner_letters(Kind kind, int server_version) {
  if (is_relation(kind)) return server_version >= 170000 ? "arwdDxtm" : "arwdDxt";
  if (is_routine(kind)) return "X";
  if (is_type(kind) || kind == Kind::foreign_data_wrapper || kind == Kind::server) return "U";
  if (kind == Kind::sequence) return "rwU";
  if (kind == Kind::schema) return "UC";
  if (kind == Kind::language) return "U";
  return "";
}

/// What PUBLIC holds on a new object of `kind`.
std::string_view public_privilege(Kind kind) {
  if (is_routine(kind)) return "EXECUTE";
  if (is_type(kind) || kind == Kind::language) return "USAGE";
  return "";
}

void add(std::set<Grant>& grants, Grant grant) {
  Grant other = grant;
  other.grantable = !grant.grantable;
  if (grant.grantable)
    grants.erase(other);
  else if (grants.contains(other))
    return;
  grants.insert(std::move(grant));
}

/// Takes the grantee off the front of an aclitem ("name=", "\"a b\"=", "=" for PUBLIC), the "=" included.
std::string take_grantee(std::string_view& item) {
  std::string name;
  std::size_t i = 0;
  bool quoted = false;
  for (; i < item.size() && (quoted || item[i] != '='); ++i) {
    if (item[i] != '"') {
      name += item[i];
    } else if (quoted && i + 1 < item.size() && item[i + 1] == '"') {
      name += item[++i];
    } else {
      quoted = !quoted;
    }
  }
  item.remove_prefix(std::min(i + 1, item.size()));
  return name;
}

}  // namespace

std::set<Grant> split_acl(std::string_view text) {
  std::set<Grant> grants;
  for (const std::string& element : split_array(text)) {
    std::string_view item = element;
    const std::string grantee = take_grantee(item);
    for (std::size_t i = 0; i < item.size() && item[i] != '/'; ++i) {
      const bool grantable = i + 1 < item.size() && item[i + 1] == '*';
      add(grants, {.grantee = grantee, .privilege = std::string(privilege_of(item[i])), .grantable = grantable});
      if (grantable) ++i;
    }
  }
  return grants;
}

Acl acl_of(Kind kind, std::string_view text, bool is_default, const std::string& owner, int server_version) {
  Acl acl;
  if (is_default) {
    if (const std::string_view privilege = public_privilege(kind); !privilege.empty())
      acl.grants.insert({.grantee = "", .privilege = std::string(privilege)});
    return acl;
  }
  for (const char letter : owner_letters(kind, server_version)) acl.owner_revoked.emplace(privilege_of(letter));
  for (const Grant& grant : split_acl(text)) {
    if (grant.grantee == owner)
      acl.owner_revoked.erase(grant.privilege);
    else
      acl.grants.insert(grant);
  }
  return acl;
}

}  // namespace trueup::introspect
