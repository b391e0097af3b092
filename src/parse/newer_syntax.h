#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace trueup::parse {

/// Syntax that a PostgreSQL after 15 brought.
struct NewerSyntax {
  int version = 0;        ///< the first major version that has it
  std::string_view what;  ///< "virtual generated columns"
};

/// The newest syntax that the words of a statement show, for one that a grammar has refused: words that mean something
/// in a later version only. nullopt where none of them stands there.
[[nodiscard]] std::optional<NewerSyntax> newer_syntax(std::string_view statement);

/// One option of a membership: "ADMIN", "INHERIT" or "SET", and what it is set to.
struct MembershipOption {
  std::string name;
  bool value = true;
};

/// The options of GRANT role … WITH or REVOKE … OPTION FOR as its words state them, for grammars that know none but
/// ADMIN OPTION.
[[nodiscard]] std::vector<MembershipOption> membership_options(std::string_view statement);

/// GRANT or REVOKE of a role without options that came with version 16, so that an older grammar reads it; "" for every
/// other statement.
[[nodiscard]] std::string without_membership_options(std::string_view statement);

}  // namespace trueup::parse
