#pragma once

#include <set>
#include <string>
#include <string_view>

namespace trueup::verify {

/// Roles that code (a DO block, say) seems to create: the names behind CREATE ROLE, USER or GROUP wherever they stand
/// in its text, in strings for EXECUTE as well.
[[nodiscard]] std::set<std::string> roles_in_code(std::string_view text);

}  // namespace trueup::verify
