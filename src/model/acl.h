#pragma once

#include <compare>
#include <set>
#include <string>
#include <string_view>

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
  /// Parse door only, never compared: what was revoked on an object whose owner is not stated. An owner's own
  /// privilege, if the role turns out to own it.
  std::set<Grant> unclaimed;

  bool operator==(const Acl&) const = default;
};

/// Who CURRENT_USER is as a grantee, until the login that will run the statements is known.
inline constexpr std::string_view current_role =
    "\x01"
    "CURRENT_USER";

}  // namespace trueup
