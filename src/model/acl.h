#pragma once

#include <compare>
#include <set>
#include <string>

namespace trueup {

/// One privilege held by one role. `grantee` "" is PUBLIC. `privilege` is the SQL word in upper case.
struct Grant {
  std::string grantee;
  std::string privilege;
  bool grantable = false;

  auto operator<=>(const Grant&) const = default;
};

/// The privileges in force on an object, apart from what its owner holds as owner: both doors leave the owner's
/// own entries out while they are complete, and state PUBLIC's built-in ones (EXECUTE on routines, USAGE on types)
/// explicitly. Where the owner has lost a privilege, `owner_revoked` names it.
struct Acl {
  std::set<Grant> grants;
  std::set<std::string> owner_revoked;

  bool operator==(const Acl&) const = default;
};

}  // namespace trueup
